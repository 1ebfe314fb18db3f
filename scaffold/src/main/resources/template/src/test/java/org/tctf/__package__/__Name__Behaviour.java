package org.tctf.__package__;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class __Name__Behaviour {
    private static final String ADA = "0190a000-0000-7000-8000-00000000ada0";
    private static final String GRACE = "0190a000-0000-7000-8000-0000000009ce";

    private __Name__ service;

    abstract __Name__ start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void aMemberFindsTheirEntriesInTheOrderInWhichTheyAddedThem() {
        service.add(ADA, "Notes on the engine");
        service.add(ADA, "Bernoulli numbers");

        assertThat(service.titlesOf(ADA)).containsExactly("Notes on the engine", "Bernoulli numbers");
        assertThat(service.titlesOf(GRACE)).isEmpty();
    }

    @Test
    void anEntryIsAnnounced() {
        service.add(ADA, "Notes on the engine");

        assertThat(service.published("__TYPE___ENTRY_ADDED")).isEqualTo(1);
    }

    @Test
    void anothersEntryDoesNotExist() {
        String entryId = service.add(ADA, "Notes on the engine");

        assertThat(service.refusalOf(GRACE, entryId)).isEqualTo("ENTRY_NOT_FOUND");
    }

    @Test
    void aMemberGetsACopyOfTheirEntriesAndOfNobodyElses() {
        service.add(ADA, "Notes on the engine");
        service.add(GRACE, "Nanoseconds");

        assertThat(service.titlesInCopyOf(ADA)).containsExactly("Notes on the engine");
    }

    @Test
    void aMembersEntriesGoWithTheMemberHoweverMany() {
        for (int i = 0; i < 100; i++) {
            service.add(ADA, "Entry " + i);
        }
        service.add(GRACE, "Nanoseconds");

        service.memberIsErased(ADA);

        assertThat(service.titlesOf(ADA)).isEmpty();
        assertThat(service.titlesOf(GRACE)).containsExactly("Nanoseconds");
    }
}
