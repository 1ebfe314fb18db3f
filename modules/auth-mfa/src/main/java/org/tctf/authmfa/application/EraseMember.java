package org.tctf.authmfa.application;

import jakarta.inject.Singleton;

/** Forgets a member whose account was deleted. The provider has erased its own part when it said so. */
@Singleton
public class EraseMember {
    private final MemberFiles files;

    public EraseMember(MemberFiles files) {
        this.files = files;
    }

    public void erase(String userId) {
        files.erase(userId);
    }
}
