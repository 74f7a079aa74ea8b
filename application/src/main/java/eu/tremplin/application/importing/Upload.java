package eu.tremplin.application.importing;

import org.springframework.core.io.InputStreamSource;

/**
 * A file as it was sent; it can be read again from its beginning.
 *
 * @param name for the metadata of what is imported from it
 */
record Upload(String name, InputStreamSource content) {

    private static final int MAX_NAME_LENGTH = 200;

    Upload {
        // Some clients send the whole path, which is nobody's business.
        name = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
        name = name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    }
}
