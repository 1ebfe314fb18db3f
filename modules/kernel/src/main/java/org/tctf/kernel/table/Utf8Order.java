package org.tctf.kernel.table;

/**
 * The order of strings in DynamoDB: by the bytes of their UTF-8, which is the order of their code points.
 * {@link String#compareTo} orders UTF-16 units and puts U+1F680 before U+FFFF.
 */
final class Utf8Order {
    private Utf8Order() {}

    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Only a surrogate stands for more than itself: it comes after every other unit.
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
