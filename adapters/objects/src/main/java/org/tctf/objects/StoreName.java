package org.tctf.objects;

import org.tctf.kernel.objects.ObjectKey;

/** A store of a service. */
record StoreName(String service, String store) {

    /** The one place of an object among all stores. */
    String place(ObjectKey key) {
        return this + "/" + key.value();
    }

    @Override
    public String toString() {
        return service + "/" + store;
    }
}
