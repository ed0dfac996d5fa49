/** Put before a script by the kernel side (`running_muscles/translation/script.py`), never in English. */
declare const rmCatalogue: import("./catalogue.js").Catalogue | undefined;
