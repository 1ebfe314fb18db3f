package org.tctf.authuser;

/** The sentences as plain calls. */
class AuthUserPlainTest extends AuthUserBehaviour {

    @Override
    AuthUser start() {
        return new PlainAuthUser();
    }
}
