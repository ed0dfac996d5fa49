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
   "rm.Predict(\"07-hamstrings\", \"hams-guess-joints\")",
   "rm.MuscleMap(group=\"hamstrings\")",
   "rm.Predict(\"07-hamstrings\", \"hams-guess-longest\")",
   "rm.RunningLeg(muscles=[\"biceps_femoris\", \"semitendinosus\"])",
   "rm.Check(\"07-hamstrings\", \"hams-quick-bag\")",
   "rm.figures.muscle_timing()",
   "rm.Predict(\"07-hamstrings\", \"hams-guess-gap\")",
   "rm.Predict(\"07-hamstrings\", \"hams-guess-nordic\")",
   "rm.ClaimCheck(\"07-hamstrings\")",
   "rm.HamstringBridgeCount()",
   "rm.Check(\"07-hamstrings\", \"hams-quick-swing\")",
   "rm.Exercises(\"07-hamstrings\")",
   "rm.Check(\"07-hamstrings\", \"hams-quick-alone\")",
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
   "rm.Predict(\"08-calves\", \"calves-guess-begin\")",
   "rm.MuscleMap(group=\"calves\")",
   "rm.Predict(\"08-calves\", \"calves-guess-lengths\")",
   "rm.RunningLeg(muscles=[\"soleus\", \"gastrocnemius\", \"tibialis_anterior\"])",
   "rm.Predict(\"08-calves\", \"calves-guess-mile\")",
   "rm.figures.heel_lifts_per_mile()",
   "rm.Check(\"08-calves\", \"calves-quick-need\")",
   "rm.ClaimCheck(\"08-calves\")",
   "rm.HeelRaiseCount()",
   "rm.Check(\"08-calves\", \"calves-quick-slope\")",
   "rm.Predict(\"08-calves\", \"calves-guess-age\")",
   "rm.Exercises(\"08-calves\")",
   "rm.Check(\"08-calves\", \"calves-quick-next\")",
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
   "rm.Predict(\"09-big-toe\", \"toe-guess-cords\")",
   "rm.MuscleMap(group=\"foot\")",
   "rm.Predict(\"09-big-toe\", \"toe-guess-arch\")",
   "rm.figures.muscle_timing()",
   "rm.Predict(\"09-big-toe\", \"toe-guess-bend\")",
   "rm.RunningLeg(muscles=[\"flexor_hallucis_longus\", \"extensor_hallucis_longus\"])",
   "rm.Predict(\"09-big-toe\", \"toe-guess-closed\")",
   "rm.Check(\"09-big-toe\", \"toe-quick-sway\")",
   "rm.ClaimCheck(\"09-big-toe\")",
   "rm.PaperGrip()",
   "rm.StanceEyesOpen()",
   "rm.StanceEyesClosed()",
   "rm.Check(\"09-big-toe\", \"toe-quick-slip\")",
   "rm.Exercises(\"09-big-toe\")",
   "rm.Check(\"09-big-toe\", \"toe-quick-yoga\")",
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
   "rm.Predict(\"10-heart\", \"heart-guess-alone\")",
   "rm.MuscleMap(group=\"heart\")",
   "rm.Predict(\"10-heart\", \"heart-guess-fall\")",
   "rm.Check(\"10-heart\", \"heart-quick-easy\")",
   "rm.figures.resting_hr()",
   "rm.Check(\"10-heart\", \"heart-quick-compare\")",
   "rm.ClaimCheck(\"10-heart\")",
   "rm.Predict(\"10-heart\", \"heart-guess-gain\")",
   "rm.RestingPulse()",
   "rm.Predict(\"10-heart\", \"heart-guess-minute\")",
   "rm.PulseRecovery()",
   "rm.Check(\"10-heart\", \"heart-quick-estimate\")",
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
   "rm.Check(\"11-running-form\", \"form-quick-cue\")",
   "rm.Predict(\"11-running-form\", \"form-guess-task\")",
   "rm.MuscleMap(exercise=\"pull_supine\")",
   "rm.Predict(\"11-running-form\", \"form-guess-centre\")",
   "rm.figures.cadence_step_length()",
   "rm.Predict(\"11-running-form\", \"form-guess-races\")",
   "rm.Predict(\"11-running-form\", \"form-guess-push\")",
   "rm.figures.force_by_speed()",
   "rm.ClaimCheck(\"11-running-form\")",
   "rm.JumpInPlace()",
   "rm.Check(\"11-running-form\", \"form-quick-film\")",
   "rm.Cadence()",
   "rm.PullDrills()",
   "rm.Exercises(\"11-running-form\")",
   "rm.Check(\"11-running-form\", \"form-quick-plan\")",
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
   "rm.Predict(\"12-your-plan\", \"plan-guess-guided\")",
   "rm.Check(\"12-your-plan\", \"plan-quick-dance\")",
   "rm.Predict(\"12-your-plan\", \"plan-guess-ease\")",
   "rm.Predict(\"12-your-plan\", \"plan-guess-leap\")",
   "rm.figures.longest_run_spike()",
   "rm.Check(\"12-your-plan\", \"plan-quick-ratio\")",
   "rm.ClaimCheck(\"12-your-plan\")",
   "rm.Profile()",
   "rm.Check(\"12-your-plan\", \"plan-quick-first\")",
   "rm.Log()",
   "rm.Predict(\"12-your-plan\", \"plan-guess-what\")",
   "rm.Plan()",
   "rm.Exercises(\"12-your-plan\")",
   "rm.Checkpoint(\"12-your-plan\")",
   "rm.References(\"12-your-plan\")",
   "rm.CourseMap()",
   "rm.CourseRecord()"
  ]
 }
];
