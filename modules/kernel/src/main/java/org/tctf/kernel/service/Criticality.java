package org.tctf.kernel.service;

/** How much a service's absence hurts; alarms, provisioning and endpoint classes follow from it. */
public enum Criticality {
    CRITICAL,
    IMPORTANT,
    BACKGROUND
}
