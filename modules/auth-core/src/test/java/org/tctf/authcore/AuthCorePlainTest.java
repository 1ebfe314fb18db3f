package org.tctf.authcore;

/** The sentences as plain calls of the use cases. */
class AuthCorePlainTest extends AuthCoreBehaviour {

    @Override
    AuthCore start() {
        return new PlainAuthCore();
    }
}
