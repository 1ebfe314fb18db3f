/** Members' copies of their data, as zip files in the service's store of objects. */
@NullMarked
package org.tctf.authuser.adapter.objects;

import org.jspecify.annotations.NullMarked;
