/** Made by `make words`. */
export default {
 "de": {
  "lang": "de",
  "words": {
   "This lesson": "Diese Lektion",
   "Previous lesson: {title}": "Vorige Lektion: {title}",
   "Next lesson: {title}": "Nächste Lektion: {title}",
   "No lesson before this one": "Keine Lektion vor dieser",
   "No lesson after this one": "Keine Lektion nach dieser",
   "Step {step} of {steps}": "Schritt {step} von {steps}",
   "Show code": "Code zeigen",
   "Hide code": "Code verbergen",
   "Code": "Code",
   "Keep mine": "Meine behalten",
   "Waking up …": "Wacht auf …",
   "This lesson was changed.": "Diese Lektion wurde geändert.",
   "Other programs lie beside it.": "Andere Programme liegen daneben.",
   "This needs a Python kernel.": "Das hier braucht einen Python-Kernel.",
   "The course has stopped.": "Der Kurs steht still.",
   "The course was restarted.": "Der Kurs wurde neu gestartet.",
   "A part did not wake up.": "Ein Teil ist nicht aufgewacht.",
   "A newer lesson is out.": "Es gibt eine neuere Lektion.",
   "No connection. What you do waits here.": "Keine Verbindung. Was du tust, wartet hier.",
   "Run it": "Ausführen",
   "Bring it back": "Zurückholen",
   "Try again": "Noch einmal versuchen",
   "Take it": "Neue nehmen",
   "Somebody has changed its code, or it is of another edition. Run it if you know where it comes from. “Show code” shows what it runs.": "Jemand hat ihren Code geändert, oder sie gehört zu einer anderen Ausgabe. Führ sie aus, wenn du weißt, woher sie kommt. „Code zeigen“ zeigt, was sie ausführt.",
   "The lesson would use what lies beside it. Run it if you know where this folder comes from.": "Die Lektion würde verwenden, was daneben liegt. Führ sie aus, wenn du weißt, woher dieser Ordner kommt.",
   "Choose Kernel › Change Kernel and take Python 3, then run it.": "Wähle „Kernel › Change Kernel“ und nimm Python 3, dann führ sie aus.",
   "What you did is kept. One press starts everything again.": "Was du getan hast, ist aufbewahrt. Ein Druck startet alles wieder.",
   "The page says what is missing, where that part should be.": "Die Seite sagt, was fehlt, dort, wo der Teil sein sollte.",
   "You changed this lesson, so it is as you left it. Take the newer one, and yours stays beside it under its own name.": "Du hast diese Lektion geändert, darum ist sie so, wie du sie verlassen hast. Nimm die neuere, und deine bleibt unter eigenem Namen daneben.",
   "All saved": "Alles gespeichert",
   "Yours is kept: {name}": "Deine ist noch da: {name}",
   "{count} waiting": "{count} wartend",
   "Kept in this browser. It will be saved by itself when the lesson is awake.": "In diesem Browser aufbewahrt. Es wird von selbst gespeichert, wenn die Lektion wach ist.",
   "This browser keeps no copy. Leave this page open until it is saved.": "Dieser Browser behält keine Kopie. Lass diese Seite offen, bis es gespeichert ist.",
   "{count} not saved": "{count} nicht gespeichert",
   "The page says why, where you did it.": "Die Seite sagt, warum, dort, wo du es getan hast."
  }
 }
};
