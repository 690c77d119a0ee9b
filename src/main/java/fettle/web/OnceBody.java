package fettle.web;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A body that the client never sends a second time by itself: whether a call is repeated is decided above.
final class OnceBody extends RequestBody {

    private final WebRequest.Body body;

    OnceBody(WebRequest.Body body) {
        this.body = body;
    }

    @Override
    public MediaType contentType() {
        return MediaType.get(body.mediaType());
    }

    @Override
    public long contentLength() {
        return body.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink.outputStream());
    }
}
