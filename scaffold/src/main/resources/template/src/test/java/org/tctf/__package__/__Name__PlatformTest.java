package org.tctf.__package__;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events. */
class __Name__PlatformTest extends __Name__Behaviour {

    @Override
    __Name__ start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements __Name__ {

        @Override
        public String add(String memberId, String title) {
            return platform.as(memberId)
                    .post("/v1/__name__/entries", Map.of("title", title))
                    .expect(201)
                    .at("/entryId");
        }

        @Override
        public List<String> titlesOf(String memberId) {
            List<String> titles = new ArrayList<>();
            platform.as(memberId)
                    .get("/v1/__name__/entries?limit=100")
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(entry -> titles.add(entry.path("title").asText()));
            return titles;
        }

        @Override
        public String refusalOf(String memberId, String entryId) {
            return platform.as(memberId)
                    .get("/v1/__name__/entries/" + entryId)
                    .expect(404)
                    .at("/code");
        }

        @Override
        public List<String> titlesInCopyOf(String memberId) {
            return platform.exported("__name__", memberId).path("entries").findValuesAsText("title");
        }

        @Override
        public void memberIsErased(String memberId) {
            platform.fact("USER_ERASED", 1, memberId, Map.of("userId", memberId));
            platform.settle();
        }

        @Override
        public int published(String type) {
            return platform.settled(type).size();
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
