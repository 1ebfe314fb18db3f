/** What an application, a member and a browser can do with the platform as their OpenID provider. */
@NullMarked
package org.tctf.authoauth.application.provider;

import org.jspecify.annotations.NullMarked;
