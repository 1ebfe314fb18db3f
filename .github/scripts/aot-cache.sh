#!/usr/bin/env bash
# aot-cache.sh SERVICE: makes the AOT cache of a packaged service in Lambda's own image. A cache fits one JDK, one processor
# and one class path, to the path and time of each jar: so package and layer lie where Lambda has them, unpacked as it does.
set -euo pipefail
service=$1 image=public.ecr.aws/lambda/java:25

if ! grep -rqs 'Criticality\.CRITICAL' "modules/$service/src/main/java"; then
  echo "$service starts from a snapshot, which needs no cache"
  exit 0
fi
mvn -B -ntp -q -DskipTests -Dspotless.check.skip -pl "modules/$service,deploy/lambda,benchmarks" -am package
rm -rf target/aot
TZ=UTC unzip -q "modules/$service/target/$service-lambda.zip" -d target/aot/task
TZ=UTC unzip -q deploy/lambda/target/layer.zip -d target/aot/layer
docker run --rm -v "$PWD:/work" -v "$PWD/target/aot/task:/var/task:ro" -v "$PWD/target/aot/layer:/opt:ro" -w /work \
  --entrypoint /var/lang/bin/java "$image" --enable-native-access=ALL-UNNAMED \
  -cp 'benchmarks/target/classes:benchmarks/target/lib/*' org.tctf.benchmarks.AotCache "$service" /var/task /opt
