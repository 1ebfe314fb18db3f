package org.tctf.analytics.application;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Port: hides who somebody is, and still tells whether two are the same. */
@SecondaryPort
public interface Pseudonyms {

    /** Always the same for the same id; without the key nobody can tell which id it stands for. */
    String of(String id);
}
