package org.tctf.app.console.page;

import org.tctf.app.console.trail.Status;
import org.tctf.kernel.service.Criticality;

/**
 * A word in a colour.
 *
 * @param tone CSS class: {@code ok}, {@code warn}, {@code bad}, {@code info}, {@code mute}
 */
record Badge(String tone, String label) {

    static Badge of(Status status) {
        return switch (status) {
            case UNMATCHED -> new Badge("mute", "nobody listens");
            case DONE -> new Badge("ok", "done");
            case DISCARDED -> new Badge("mute", "discarded");
            case WAITING -> new Badge("info", "waiting");
            case DELIVERING -> new Badge("info", "delivering");
            case RETRYING -> new Badge("warn", "retrying");
            case DEAD -> new Badge("bad", "dead letter");
        };
    }

    static Badge of(Criticality criticality) {
        return switch (criticality) {
            case CRITICAL -> new Badge("warn", "critical");
            case IMPORTANT -> new Badge("info", "important");
            case BACKGROUND -> new Badge("mute", "background");
        };
    }

    static Badge ofLevel(String level) {
        return new Badge(
                switch (level) {
                    case "ERROR" -> "bad";
                    case "WARN" -> "warn";
                    case "INFO" -> "info";
                    default -> "mute";
                },
                level);
    }

    static Badge ofAnswers(String statusClass) {
        return new Badge(
                switch (statusClass) {
                    case "5xx" -> "bad";
                    case "4xx" -> "warn";
                    default -> "ok";
                },
                statusClass);
    }
}
