package org.tctf.kernel.phone;

/**
 * How many segments a text takes that travels by SMS, each of which is paid for. Characters of GSM's alphabet take seven
 * bits, 160 to a segment; one character beyond it makes all of the text UCS-2, 70 to a segment. Where there are several,
 * each gives up some room to say which one it is (3GPP TS 23.038 §6.2, TS 23.040 §9.2.3.24).
 */
public final class SmsLength {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Behind an escape, so they count twice. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int SEVEN_BITS = 160;
    private static final int SEVEN_BITS_OF_SEVERAL = 153;
    private static final int UCS2 = 70;
    private static final int UCS2_OF_SEVERAL = 67;

    private SmsLength() {}

    /** At least one. */
    public static int segments(String text) {
        return isSevenBits(text)
                ? segments(septets(text), SEVEN_BITS, SEVEN_BITS_OF_SEVERAL)
                : segments(text.length(), UCS2, UCS2_OF_SEVERAL);
    }

    /** Whether all of it is in GSM's alphabet. */
    public static boolean isSevenBits(String text) {
        return text.chars().allMatch(character -> BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0);
    }

    private static int septets(String text) {
        return text.chars()
                .map(character -> EXTENDED.indexOf(character) >= 0 ? 2 : 1)
                .sum();
    }

    private static int segments(int length, int inOne, int inEach) {
        return length <= inOne ? 1 : Math.ceilDiv(length, inEach);
    }
}
