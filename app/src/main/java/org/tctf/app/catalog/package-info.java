/** Documents that come from the definitions: catalog, access patterns, AsyncAPI, OpenAPI. */
@NullMarked
package org.tctf.app.catalog;

import org.jspecify.annotations.NullMarked;
