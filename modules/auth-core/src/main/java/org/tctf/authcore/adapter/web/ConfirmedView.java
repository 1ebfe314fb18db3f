package org.tctf.authcore.adapter.web;

/**
 * @param status always CONFIRMED
 * @param userId the new member's id
 */
record ConfirmedView(String status, String userId) {

    static ConfirmedView of(String userId) {
        return new ConfirmedView("CONFIRMED", userId);
    }
}
