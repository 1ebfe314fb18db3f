package org.tctf.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tctf.app.catalog.GeneratedDocuments;
import org.tctf.embedded.RunningPlatform;
import org.tctf.http.PublishedApi;

/**
 * {@code Synth FOLDER [SERVICE]}: writes what can be made of the definitions — the catalog, and each service's OpenAPI and
 * AsyncAPI document — into a folder; of one service, or of all.
 */
public final class Synth {

    private Synth() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String suffix = arguments.length > 1 ? "/" + arguments[1] + ".json" : "";
        int written = 0;
        try (ScratchPlatform scratch = ScratchPlatform.start()) {
            RunningPlatform platform = scratch.platform();
            for (Map.Entry<String, String> document :
                    GeneratedDocuments.of(platform.bean(PublishedApi.class)).entrySet()) {
                if (document.getKey().endsWith(suffix)) {
                    Path file = folder.resolve(document.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, document.getValue());
                    written++;
                }
            }
        }
        if (written == 0) {
            System.err.printf("tctf: there is no service %s; ./tctf synth without a name writes all%n", arguments[1]);
            System.exit(1);
        }
        System.out.printf("%d documents in %s%n", written, folder);
    }
}
