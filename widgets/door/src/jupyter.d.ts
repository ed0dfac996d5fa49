/**
 * What the door uses of JupyterLab, in the shapes of 4.4 to 4.6. The packages themselves come from
 * the page that loads the door, and would be two hundred more to install for their types alone.
 */
declare module "@lumino/widgets" {
  export class Widget {
    constructor(options?: { node?: HTMLElement });
    readonly node: HTMLElement;
    readonly title: object;
    readonly isVisible: boolean;
    readonly isDisposed: boolean;
    readonly disposed: Signal<unknown>;
    id: string;
    addClass(name: string): void;
    toggleClass(name: string, force?: boolean): boolean;
    children(): IterableIterator<Widget>;
    fit(): void;
    setHidden(hidden: boolean): void;
    dispose(): void;
    protected onAfterShow(message: unknown): void;
    protected onAfterAttach(message: unknown): void;
  }
  interface Signal<T> {
    connect(slot: (sender: any, args: T) => void): boolean;
    disconnect(slot: (sender: any, args: T) => void): boolean;
  }
}

declare module "@jupyterlab/translation" {
  export const ITranslator: unique symbol;
  export interface Translator {
    readonly languageCode: string;
  }
}

declare module "@jupyterlab/application" {
  import type { Widget } from "@lumino/widgets";
  import type { Kernels, Contents } from "@jupyterlab/notebook";
  export interface JupyterFrontEnd {
    readonly started: Promise<void>;
    readonly restored: Promise<void>;
    readonly shell: Widget & { currentChanged?: import("@lumino/widgets").Signal<unknown>; currentWidget: Widget | null };
    readonly commands: { execute(id: string, args?: object): Promise<unknown> };
    readonly serviceManager: { kernels: Kernels; contents: Contents; serverSettings: { readonly baseUrl: string } };
  }
  export const ILabShell: unique symbol;
  export interface LabShell {
    collapseLeft(): void;
    collapseRight(): void;
  }
}

declare module "@jupyterlab/notebook" {
  import type { Widget, Signal } from "@lumino/widgets";
  export interface Kernel {
    readonly id: string;
    readonly info: Promise<{ language_info: { name: string } }>;
    commsOverSubshells?: string;
    requestCommInfo(content: { target_name: string }): Promise<{ content: { status: string; comms: Record<string, unknown> } }>;
  }
  export interface Kernels {
    commsOverSubshells?: string;
  }
  export interface Contents {
    get(path: string, options: { content: boolean }): Promise<{ content: { name: string; type: string }[] }>;
    save(path: string, options: { type: "notebook"; format: "json"; content: object }): Promise<unknown>;
  }
  export interface Message {
    readonly header: { session: string };
    readonly parent_header: { session?: string };
  }
  export interface SessionContext {
    readonly ready: Promise<void>;
    readonly kernelDisplayStatus: string;
    readonly session: { readonly kernel: Kernel | null } | null;
    readonly sessionManager: { refreshRunning(): Promise<void> };
    readonly statusChanged: Signal<string>;
    readonly connectionStatusChanged: Signal<string>;
    readonly kernelChanged: Signal<{ newValue: Kernel | null }>;
    readonly sessionChanged: Signal<unknown>;
    readonly iopubMessage: Signal<Message>;
    startKernel(): Promise<boolean>;
  }
  export interface Output {
    readonly data: Record<string, any>;
  }
  export interface CellModel {
    readonly type: string;
    readonly sharedModel: { getSource(): string };
    readonly outputs?: { readonly length: number; get(index: number): Output };
  }
  export interface Cell extends Widget {
    inputHidden: boolean;
    readonly model: CellModel;
  }
  export interface NotebookModel {
    readonly contentChanged: Signal<void>;
    getMetadata(name: string): any;
    toJSON(): any;
    fromJSON(notebook: object): void;
  }
  export interface Renderer extends Widget {
    renderModel(model: { readonly data: Record<string, any> }): Promise<void>;
  }
  export interface RendererFactory {
    createRenderer(options: object): Renderer;
  }
  export interface Rendermime {
    getFactory(mimeType: string): RendererFactory | undefined;
    addFactory(factory: RendererFactory, rank: number): void;
  }
  export interface Notebook extends Widget {
    readonly rendermime: Rendermime;
    readonly model: NotebookModel | null;
    readonly widgets: readonly Cell[];
    readonly notebookConfig: object;
    readonly outerNode?: HTMLElement;
  }
  export interface NotebookPanel extends Widget {
    readonly content: Notebook;
    readonly toolbar: Widget;
    readonly contentHeader: Widget & { addWidget(widget: Widget): void };
    readonly context: { readonly path: string; readonly ready: Promise<void>; readonly model: NotebookModel; save(): Promise<void> };
    readonly sessionContext: SessionContext;
    readonly revealed: Promise<void>;
  }
  export interface NotebookTracker {
    readonly currentWidget: NotebookPanel | null;
    readonly widgetAdded: Signal<NotebookPanel>;
    readonly currentChanged: Signal<NotebookPanel | null>;
    forEach(act: (panel: NotebookPanel) => void): void;
  }
  export interface RunOptions {
    cell: Cell;
    notebook: NotebookModel;
    notebookConfig: object;
    sessionContext: SessionContext;
    onCellExecuted(args: { cell: Cell; success: boolean }): void;
    onCellExecutionScheduled(args: { cell: Cell }): void;
  }
  export interface CellExecutor {
    runCell(options: RunOptions): Promise<boolean>;
  }
  export const INotebookTracker: unique symbol;
  export const INotebookCellExecutor: unique symbol;
  export function runCell(options: RunOptions): Promise<boolean>;
  export const NotebookActions: {
    readonly selectionExecuted: Signal<{ notebook: Notebook }>;
  };
}
