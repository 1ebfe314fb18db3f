package org.tctf.authpassword;

/** The sentences as plain calls of the use cases. */
class AuthPasswordPlainTest extends AuthPasswordBehaviour {

    @Override
    AuthPassword start() {
        return new PlainAuthPassword();
    }
}
