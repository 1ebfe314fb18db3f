package org.tctf.authcore.application;

/** Command to ourselves: bring an accepted sign-up to its end, whatever became of the request that accepted it. */
public record CompleteAcceptedSignUp(String signUpId) {}
