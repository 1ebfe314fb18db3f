package org.tctf.appconfig;

/** Which of AppConfig's configurations has a service's flags, by AppConfig's own ids. */
public record FlagProfile(String application, String environment, String profile) {

    /**
     * @param ids {@code application/environment/profile}, as the stack says it
     * @throws IllegalArgumentException when it is something else
     */
    public static FlagProfile of(String ids) {
        String[] parts = ids.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'%s' is not application/environment/profile".formatted(ids));
        }
        return new FlagProfile(parts[0], parts[1], parts[2]);
    }
}
