package org.tctf.authadmin;

/** The sentences as plain calls of the use cases. */
class AuthAdminPlainTest extends AuthAdminBehaviour {

    @Override
    AuthAdmin start() {
        return new PlainAuthAdmin();
    }
}
