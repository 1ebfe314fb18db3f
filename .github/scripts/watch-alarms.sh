#!/usr/bin/env bash
# watch-alarms.sh STACK SINCE MINUTES [PAUSE_SECONDS]: watches a stack's urgent alarms and fails when one is on that went
# on at SINCE (2026-11-20T10:00:00, UTC) or later. One that is on from before is only named: a deployment may be its cure.
set -euo pipefail
shopt -s inherit_errexit
stack=$1 since=$2 minutes=$3 pause=${4-15}

resources() {
  aws cloudformation list-stack-resources --stack-name "$stack" --output text \
    --query "StackResourceSummaries[?ResourceType=='AWS::CloudWatch::$1'].[PhysicalResourceId]"
}

# Which alarms are urgent says the stack itself: they are what its composite alarm is made of.
composite=$(resources CompositeAlarm)
if [ -n "$composite" ]; then
  rule=$(aws cloudwatch describe-alarms --alarm-types CompositeAlarm --alarm-names "$composite" --query 'CompositeAlarms[].AlarmRule' --output text)
  names=$(grep -o 'alarm:[^")]*' <<<"$rule" | cut -d: -f2)
else
  names=$(resources Alarm)
fi
if [ -z "$names" ]; then
  echo "$stack has no alarm, so nothing would say that it fails" >&2
  exit 1
fi
mapfile -t alarms <<<"$names"

# Lines of time and name, the oldest first. At most a hundred names fit in one request.
ringing() {
  for ((i = 0; i < ${#alarms[@]}; i += 100)); do
    aws cloudwatch describe-alarms --alarm-names "${alarms[@]:i:100}" --state-value ALARM \
      --query 'MetricAlarms[].[StateTransitionedTimestamp, AlarmName]' --output text
  done | sort
}

echo "Watching ${#alarms[@]} alarms of $stack for $minutes minutes"
end=$((SECONDS + minutes * 60))
while true; do
  now=$(ringing)
  new=$(awk -v since="$since" '$1 >= since' <<<"$now")
  if [ -n "$new" ]; then
    printf 'ALARM since the deployment:\n%s\n' "$new" >&2
    exit 1
  fi
  if [ "$SECONDS" -ge "$end" ]; then break; fi
  sleep "$pause"
done
if [ -n "$now" ]; then
  printf 'No new alarm; on from before:\n%s\n' "$now"
else
  echo "No alarm"
fi
