package org.tctf.authmfa;

/** The sentences as plain calls of the use cases. */
class AuthMfaPlainTest extends AuthMfaBehaviour {

    @Override
    AuthMfa start() {
        return new PlainAuthMfa();
    }
}
