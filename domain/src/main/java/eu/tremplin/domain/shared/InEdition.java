package eu.tremplin.domain.shared;

/** An event that begins a stream within one edition and says which. */
public interface InEdition {

    Identifier edition();
}
