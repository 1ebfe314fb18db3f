package org.tctf.authmfa.adapter.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as a picture that scales: one path of squares, dark on white whatever the page's colours, in a margin of four. */
final class QrCodeSvg {
    /** ISO/IEC 18004 §9.1. */
    private static final int MARGIN = 4;

    private QrCodeSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    squares.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        int side = code.size + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\"/></svg>"
                .formatted(side, side, squares);
    }
}
