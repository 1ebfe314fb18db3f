package org.tctf.builtinidentity;

/**
 * What an installation may choose.
 *
 * @param hashesAtOnce how many passwords are hashed side by side: fewer than the machine has cores, so that a flood of
 *     sign-ins leaves the rest of the platform alive
 */
public record ProviderSettings(TokenTerms tokens, HashingCost cost, int hashesAtOnce) {

    /** @throws IllegalArgumentException when nothing could ever be hashed */
    public ProviderSettings {
        if (hashesAtOnce < 1) {
            throw new IllegalArgumentException("hashesAtOnce %d: use at least 1".formatted(hashesAtOnce));
        }
    }

    /** The cost that OWASP advises, on half of this machine's cores. */
    public static ProviderSettings standard(TokenTerms tokens) {
        return new ProviderSettings(
                tokens, HashingCost.OWASP, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }
}
