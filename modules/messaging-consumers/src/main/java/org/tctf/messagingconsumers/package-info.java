/**
 * Mail to many who asked for it. Nobody is written to who has not confirmed, or has left, or is suppressed; everybody can
 * leave with one click. A campaign is frozen at its start and sent by workers that may die at any moment: each recipient
 * gets it once, and where nobody can know (one mail of each worker that died while handing it over), it says so and lets a
 * person decide. Time-critical mail is another service's, with queues and connections of its own.
 */
@NullMarked
package org.tctf.messagingconsumers;

import org.jspecify.annotations.NullMarked;
