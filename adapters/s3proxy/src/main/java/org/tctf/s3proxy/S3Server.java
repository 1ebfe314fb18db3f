package org.tctf.s3proxy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3Proxy on a free port of the loopback address, on a folder in which each folder is a bucket. It proves signatures, also
 * those in addresses; key id and secret are both {@code local}.
 */
public final class S3Server {
    private static final String BOTH = "local";

    private S3Server() {}

    /** @param arguments the folder, and a file that gets the port as soon as it answers */
    public static void main(String[] arguments) throws Exception {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(arguments[0]))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, BOTH, BOTH)
                .build();
        proxy.start();
        Path said = Path.of(arguments[1]);
        Path next = said.resolveSibling(said.getFileName() + ".next");
        Files.writeString(next, Integer.toString(proxy.getPort()));
        Files.move(next, said);
    }
}
