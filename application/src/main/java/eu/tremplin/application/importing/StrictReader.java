package eu.tremplin.application.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes without mercy: bytes that are not in the charset end the reading, and the error names their line. */
final class StrictReader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private boolean endOfBytes;
    private boolean started;
    private char previous;
    private long line = 1;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (!decodeMore()) {
                return -1;
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** What precedes a malformed byte is handed out first, so that the line count has arrived at it. */
    private boolean decodeMore() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, endOfBytes);
            if (chars.position() > 0) {
                break;
            }
            if (result.isError()) {
                throw new WrongCharset(charset, line);
            }
            if (endOfBytes) {
                return false;
            }
            readMore();
        }
        chars.flip();
        skipByteOrderMark();
        countLines();
        return true;
    }

    private void readMore() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            endOfBytes = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void skipByteOrderMark() {
        if (!started && chars.get(chars.position()) == BYTE_ORDER_MARK) {
            chars.get();
        }
        started = true;
    }

    private void countLines() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\r' || (c == '\n' && previous != '\r')) {
                line++;
            }
            previous = c;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes are not what the mapping says they are. */
    static final class WrongCharset extends IOException {

        private WrongCharset(Charset charset, long line) {
            super("line " + line + " is not " + charset.name());
        }
    }
}
