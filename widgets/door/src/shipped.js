/** Made by `make door` from course/. */
export default [
 {
  "id": "00-start-here",
  "title": "Start here",
  "code": [
   "import running_muscles as rm",
   "rm.CourseMap()",
   "rm.Screening()",
   "rm.TimerWarmUp()",
   "rm.figures.noise()",
   "rm.ResultsFile()",
   "rm.Glossary()",
   "rm.Checkpoint(\"00-start-here\")",
   "rm.References(\"00-start-here\")"
  ]
 },
 {
  "id": "01-not-just-legs",
  "title": "Running takes more than legs",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"cadence\")",
   "rm.MuscleMap()",
   "rm.figures.drivers_by_speed()",
   "rm.ClaimCheck(\"01-not-just-legs\")",
   "rm.Cadence()",
   "rm.Exercises(\"01-not-just-legs\")",
   "rm.Checkpoint(\"01-not-just-legs\")",
   "rm.References(\"01-not-just-legs\")"
  ]
 },
 {
  "id": "02-glutes",
  "title": "Glutes",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"single_leg_bridge_hold\")",
   "rm.MuscleMap(group=\"glutes\")",
   "rm.figures.muscle_timing()",
   "rm.RunningLeg(muscles=[\"gluteus_maximus\", \"gluteus_medius\"])",
   "rm.ClaimCheck(\"02-glutes\")",
   "rm.SingleLegBridgeHold()",
   "rm.Exercises(\"02-glutes\")",
   "rm.Checkpoint(\"02-glutes\")",
   "rm.References(\"02-glutes\")"
  ]
 },
 {
  "id": "03-core",
  "title": "Core",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"front_plank\")",
   "rm.MuscleMap(group=\"core\")",
   "rm.figures.plank_references()",
   "rm.ClaimCheck(\"03-core\")",
   "rm.PlankHold()",
   "rm.SidePlank()",
   "rm.Exercises(\"03-core\")",
   "rm.Checkpoint(\"03-core\")",
   "rm.References(\"03-core\")"
  ]
 },
 {
  "id": "04-arm-swing",
  "title": "Upper body and arm swing",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"seated_arm_swing\")",
   "rm.MuscleMap(group=\"upper-body\")",
   "rm.figures.arm_swing_cost()",
   "rm.ClaimCheck(\"04-arm-swing\")",
   "rm.PushUpCount()",
   "rm.Exercises(\"04-arm-swing\")",
   "rm.Checkpoint(\"04-arm-swing\")",
   "rm.References(\"04-arm-swing\")"
  ]
 },
 {
  "id": "05-quadriceps",
  "title": "Quadriceps",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"squat\")",
   "rm.MuscleMap(group=\"quadriceps\")",
   "rm.RunningLeg(muscles=[\"vastus_lateralis\", \"rectus_femoris\"])",
   "rm.figures.force_by_speed()",
   "rm.ClaimCheck(\"05-quadriceps\")",
   "rm.SingleLegSquatCount()",
   "rm.SingleLegSquatQuality()",
   "rm.Exercises(\"05-quadriceps\")",
   "rm.Checkpoint(\"05-quadriceps\")",
   "rm.References(\"05-quadriceps\")"
  ]
 },
 {
  "id": "06-hip-flexors",
  "title": "Hip flexors",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"standing_march\")",
   "rm.MuscleMap(group=\"hip-flexors\")",
   "rm.RunningLeg(muscles=[\"psoas_major\", \"iliacus\"])",
   "rm.figures.cadence_step_length()",
   "rm.ClaimCheck(\"06-hip-flexors\")",
   "rm.ModifiedThomas()",
   "rm.WarmUpRunner()",
   "rm.Exercises(\"06-hip-flexors\")",
   "rm.Checkpoint(\"06-hip-flexors\")",
   "rm.References(\"06-hip-flexors\")"
  ]
 },
 {
  "id": "07-hamstrings",
  "title": "Hamstrings",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"hamstring_bridge\")",
   "rm.MuscleMap(group=\"hamstrings\")",
   "rm.figures.muscle_timing()",
   "rm.RunningLeg(muscles=[\"biceps_femoris\", \"semitendinosus\"])",
   "rm.ClaimCheck(\"07-hamstrings\")",
   "rm.HamstringBridgeCount()",
   "rm.Exercises(\"07-hamstrings\")",
   "rm.Checkpoint(\"07-hamstrings\")",
   "rm.References(\"07-hamstrings\")"
  ]
 },
 {
  "id": "08-calves",
  "title": "Calves",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"single_leg_calf_raise\")",
   "rm.MuscleMap(group=\"calves\")",
   "rm.RunningLeg(muscles=[\"soleus\", \"gastrocnemius\", \"tibialis_anterior\"])",
   "rm.figures.heel_lifts_per_mile()",
   "rm.ClaimCheck(\"08-calves\")",
   "rm.HeelRaiseCount()",
   "rm.Exercises(\"08-calves\")",
   "rm.Checkpoint(\"08-calves\")",
   "rm.References(\"08-calves\")"
  ]
 },
 {
  "id": "09-big-toe",
  "title": "Big toe and foot",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"single_leg_balance\")",
   "rm.MuscleMap(group=\"foot\")",
   "rm.figures.muscle_timing()",
   "rm.RunningLeg(muscles=[\"flexor_hallucis_longus\", \"extensor_hallucis_longus\"])",
   "rm.ClaimCheck(\"09-big-toe\")",
   "rm.PaperGrip()",
   "rm.StanceEyesOpen()",
   "rm.StanceEyesClosed()",
   "rm.Exercises(\"09-big-toe\")",
   "rm.Checkpoint(\"09-big-toe\")",
   "rm.References(\"09-big-toe\")"
  ]
 },
 {
  "id": "10-heart",
  "title": "Heart",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"easy_run\")",
   "rm.MuscleMap(group=\"heart\")",
   "rm.figures.resting_hr()",
   "rm.ClaimCheck(\"10-heart\")",
   "rm.RestingPulse()",
   "rm.PulseRecovery()",
   "rm.Rockport()",
   "rm.OneMileJog()",
   "rm.Cooper()",
   "rm.Exercises(\"10-heart\")",
   "rm.Checkpoint(\"10-heart\")",
   "rm.References(\"10-heart\")"
  ]
 },
 {
  "id": "11-running-form",
  "title": "Running form: pose, fall, pull",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"pull_standing_band\")",
   "rm.MuscleMap(exercise=\"pull_supine\")",
   "rm.figures.cadence_step_length()",
   "rm.figures.force_by_speed()",
   "rm.ClaimCheck(\"11-running-form\")",
   "rm.JumpInPlace()",
   "rm.Cadence()",
   "rm.PullDrills()",
   "rm.Exercises(\"11-running-form\")",
   "rm.Checkpoint(\"11-running-form\")",
   "rm.References(\"11-running-form\")"
  ]
 },
 {
  "id": "12-your-plan",
  "title": "Your plan",
  "code": [
   "import running_muscles as rm",
   "rm.MovementFigure(\"weighted_deadlift\")",
   "rm.figures.longest_run_spike()",
   "rm.ClaimCheck(\"12-your-plan\")",
   "rm.Profile()",
   "rm.Log()",
   "rm.Plan()",
   "rm.Exercises(\"12-your-plan\")",
   "rm.Checkpoint(\"12-your-plan\")",
   "rm.References(\"12-your-plan\")",
   "rm.CourseMap()",
   "rm.CourseRecord()"
  ]
 }
];
