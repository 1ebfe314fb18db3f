/**
 * A service inside AWS Lambda: one class for each way in ({@link org.tctf.blueprint.FunctionKind}), and what puts the
 * distributed twins together behind them. The service's own code is the same as everywhere.
 */
@NullMarked
package org.tctf.lambda;

import org.jspecify.annotations.NullMarked;
