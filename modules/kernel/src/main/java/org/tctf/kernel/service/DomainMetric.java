package org.tctf.kernel.service;

/**
 * A number that the business watches: how often a fact happened.
 *
 * @param name lower case with dots, {@code members.created}
 * @param event the fact that is counted, one that this service publishes
 */
public record DomainMetric(String name, Class<?> event) {}
