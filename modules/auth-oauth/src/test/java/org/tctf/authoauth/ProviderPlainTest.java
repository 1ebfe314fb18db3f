package org.tctf.authoauth;

/** The sentences as plain calls of the use cases. */
class ProviderPlainTest extends ProviderBehaviour {

    @Override
    Provider start() {
        return new PlainProvider();
    }
}
