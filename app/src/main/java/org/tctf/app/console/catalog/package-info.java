/** What can be known of the services without running anything: definitions, OpenAPI documents, and the graph they make. */
@NullMarked
package org.tctf.app.console.catalog;

import org.jspecify.annotations.NullMarked;
