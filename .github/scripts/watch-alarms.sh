#!/usr/bin/env bash
# watch-alarms.sh STACK MINUTES [PAUSE_SECONDS]: fails when an alarm of the stack goes off while it watches. An alarm
# that was on before the watch began fails it only if it is still on at the end: a deployment may be the cure.
set -euo pipefail
shopt -s inherit_errexit
stack=$1 minutes=$2 pause=${3-15}

names_of() {
  aws cloudformation list-stack-resources --stack-name "$stack" --output text \
    --query "StackResourceSummaries[?ResourceType=='AWS::CloudWatch::$1'].[PhysicalResourceId]"
}

# A service's composite alarm rings with its urgent alarms only; a stack without one is judged by all it has.
names=$(names_of CompositeAlarm)
if [ -z "$names" ]; then names=$(names_of Alarm); fi
if [ -z "$names" ]; then
  echo "$stack has no alarm, so nothing would say that it fails" >&2
  exit 1
fi
mapfile -t alarms <<<"$names"

# At most a hundred names fit in one request.
ringing() {
  for ((i = 0; i < ${#alarms[@]}; i += 100)); do
    aws cloudwatch describe-alarms --alarm-names "${alarms[@]:i:100}" --alarm-types MetricAlarm CompositeAlarm --state-value ALARM \
      --query '[MetricAlarms[].AlarmName, CompositeAlarms[].AlarmName][]' --output text
  done | tr '\t' '\n' | sed '/^$/d' | sort
}

before=$(ringing)
if [ -n "$before" ]; then printf 'On already, and to be off in %s minutes:\n%s\n' "$minutes" "$before"; fi
echo "Watching ${#alarms[@]} alarms of $stack for $minutes minutes"
end=$((SECONDS + minutes * 60))
while true; do
  now=$(ringing)
  new=$(comm -13 <(echo "$before") <(echo "$now"))
  if [ -n "$new" ]; then
    printf 'ALARM since the deployment:\n%s\n' "$new" >&2
    exit 1
  fi
  if [ "$SECONDS" -ge "$end" ]; then break; fi
  sleep "$pause"
done
if [ -n "$now" ]; then
  printf 'Still on after the deployment:\n%s\n' "$now" >&2
  exit 1
fi
echo "No alarm"
