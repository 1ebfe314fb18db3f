package org.tctf.__package__;

import java.util.List;

/** What the sentences say to the service, whatever runs it. */
interface __Name__ extends AutoCloseable {

    /** @return the new entry's id */
    String add(String memberId, String title);

    /** Titles of a member's entries, oldest first. */
    List<String> titlesOf(String memberId);

    /** The code of the problem that a member gets who asks for an entry. */
    String refusalOf(String memberId, String entryId);

    /** Titles in the copy of their data that a member gets. */
    List<String> titlesInCopyOf(String memberId);

    void memberIsErased(String memberId);

    /** How many facts of a type have been published. */
    int published(String type);

    @Override
    void close();
}
