package org.tctf.kernel.objects;

/** A source has more or fewer bytes than was said; nothing was stored. */
public final class WrongLength extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WrongLength(long said, String but) {
        super("%d bytes were said, but there are %s; say how many there are".formatted(said, but));
    }
}
