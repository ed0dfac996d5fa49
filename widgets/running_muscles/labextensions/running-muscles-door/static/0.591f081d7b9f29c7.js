"use strict";(self.rspackChunkrunning_muscles_door=self.rspackChunkrunning_muscles_door||[]).push([[0],{14(o,e,r){var t=r(15),n=r.n(t),a=r(16),i=(r.n(a))()(n());i.push([o.id,`/* The bar of a lesson: one line, whatever the width. */
.rm-door {
  position: relative;
  display: flex;
  flex-wrap: nowrap;
  align-items: center;
  gap: 8px;
  box-sizing: border-box;
  min-height: 40px;
  max-height: 40px;
  padding: 2px 8px 4px;
  overflow: hidden;
  container-type: inline-size;
  background: var(--jp-layout-color1, #fff);
  color: var(--jp-ui-font-color1, #212121);
  border-bottom: 1px solid var(--jp-border-color2, #e0e0e0);
  font: var(--jp-ui-font-size1, 13px) var(--jp-ui-font-family, system-ui, sans-serif);
  white-space: nowrap;
}
.rm-door button {
  flex: none;
  min-height: 30px;
  padding: 0 8px;
  border: 1px solid var(--jp-border-color1, #bdbdbd);
  border-radius: 4px;
  background: var(--jp-layout-color1, #fff);
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.rm-door button[hidden] { display: none; }
.rm-door button:hover:enabled { background: var(--jp-layout-color2, #eee); }
.rm-door button:disabled { opacity: 0.4; cursor: default; }
.rm-door button:focus-visible {
  outline: 2px solid var(--jp-brand-color1, #1976d2);
  outline-offset: 1px;
}
.rm-door button[aria-pressed="true"] { background: var(--jp-layout-color3, #ddd); }
.rm-door .rm-door-go { min-width: 30px; font-size: 18px; line-height: 1; }
.rm-door .rm-door-act {
  border-color: var(--jp-brand-color0, #0d47a1);
  background: var(--jp-brand-color0, #0d47a1);
  color: #fff;
  font-weight: 600;
}
.rm-door .rm-door-act:hover:enabled { background: var(--jp-brand-color0, #0d47a1); text-decoration: underline; }
.rm-door-place {
  flex: 1 1 0;
  display: flex;
  gap: 8px;
  align-items: baseline;
  min-width: 0;
  overflow: hidden;
}
.rm-door-place > strong { flex: 0 1 auto; min-width: 3em; overflow: hidden; text-overflow: ellipsis; }
.rm-door-step { flex: none; }
.rm-door-heading {
  flex: 1 1 0;
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  color: var(--jp-ui-font-color2, #616161);
}
.rm-door-says { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.rm-door-done {
  position: absolute;
  inset: auto auto 0 0;
  height: 3px;
  background: var(--jp-brand-color1, #1976d2);
}
@container (max-width: 560px) {
  .rm-door-heading { display: none; }
}
@container (max-width: 480px) {
  .rm-door-code > span { display: none; }
  .rm-door-code::after { content: attr(data-short); }
  .rm-door-step { font-size: 0; }
  .rm-door-step::after { content: attr(data-short); font-size: var(--jp-ui-font-size1, 13px); }
  .rm-door-act:not([hidden]) ~ .rm-door-code,
  .rm-door-place:has(~ .rm-door-act:not([hidden])) { display: none; }
  .rm-door:has(> .rm-door-mine:not([hidden])) > .rm-door-go { display: none; }
  .rm-door-says:has(+ .rm-door-act:not([hidden])) { flex: 1 1 auto; }
}

/* A learner reads; the course's own code stays out of the way until it is asked for. */
.rm-door-plain .jp-CodeCell.rm-door-ours > .jp-Cell-inputWrapper { display: none; }

/* On a phone the lesson gets the width. JupyterLab's layout reads these limits, so that nothing of
   it is saved; it takes a limit of 0 for none. */
body.rm-door-narrow .jp-SideBar.lm-TabBar { min-width: 0; max-width: 1px; visibility: hidden; }
body.rm-door-narrow .jp-NotebookPanel:has(.rm-door) {
  --jp-cell-prompt-width: 0px;
  --jp-cell-collapser-width: 0px;
  --jp-cell-padding: 3px;
  --jp-notebook-padding: 4px;
  --jp-notebook-padding-offset: 0px;
}
`,""]),r.d(e,{},{A:i})},16(o){o.exports=function(o){var e=[];return e.toString=function(){return this.map(function(e){var r="",t=void 0!==e[5];return e[4]&&(r+="@supports (".concat(e[4],") {")),e[2]&&(r+="@media ".concat(e[2]," {")),t&&(r+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),r+=o(e),t&&(r+="}"),e[2]&&(r+="}"),e[4]&&(r+="}"),r}).join("")},e.i=function(o,r,t,n,a){"string"==typeof o&&(o=[[null,o,void 0]]);var i={};if(t)for(var d=0;d<this.length;d++){var s=this[d][0];null!=s&&(i[s]=!0)}for(var l=0;l<o.length;l++){var p=[].concat(o[l]);t&&i[p[0]]||(void 0!==a&&(void 0===p[5]||(p[1]="@layer".concat(p[5].length>0?" ".concat(p[5]):""," {").concat(p[1],"}")),p[5]=a),r&&(p[2]&&(p[1]="@media ".concat(p[2]," {").concat(p[1],"}")),p[2]=r),n&&(p[4]?(p[1]="@supports (".concat(p[4],") {").concat(p[1],"}"),p[4]=n):p[4]="".concat(n)),e.push(p))}},e}},15(o){o.exports=function(o){return o[1]}},7(o,e,r){r.r(e);var t=r(8),n=r.n(t),a=r(9),i=r.n(a),d=r(10),s=r.n(d),l=r(11),p=r.n(l),c=r(12),u=r.n(c),f=r(13),m=r.n(f),h=r(14),v={};v.styleTagTransform=m(),v.setAttributes=p(),v.insert=s().bind(null,"head"),v.domAPI=i(),v.insertStyleElement=u(),n()(h.A,v);let b=h.A&&h.A.locals?h.A.locals:void 0;r.d(e,{},{default:b})},8(o){var e=[];function r(o){for(var r=-1,t=0;t<e.length;t++)if(e[t].identifier===o){r=t;break}return r}function t(o,t){for(var n={},a=[],i=0;i<o.length;i++){var d=o[i],s=t.base?d[0]+t.base:d[0],l=n[s]||0,p="".concat(s," ").concat(l);n[s]=l+1;var c=r(p),u={css:d[1],media:d[2],sourceMap:d[3],supports:d[4],layer:d[5]};if(-1!==c)e[c].references++,e[c].updater(u);else{var f=function(o,e){var r=e.domAPI(e);return r.update(o),function(e){e?(e.css!==o.css||e.media!==o.media||e.sourceMap!==o.sourceMap||e.supports!==o.supports||e.layer!==o.layer)&&r.update(o=e):r.remove()}}(u,t);t.byIndex=i,e.splice(i,0,{identifier:p,updater:f,references:1})}a.push(p)}return a}o.exports=function(o,n){var a=t(o=o||[],n=n||{});return function(o){o=o||[];for(var i=0;i<a.length;i++){var d=r(a[i]);e[d].references--}for(var s=t(o,n),l=0;l<a.length;l++){var p=r(a[l]);0===e[p].references&&(e[p].updater(),e.splice(p,1))}a=s}}},10(o){var e={};o.exports=function(o,r){var t=function(o){if(void 0===e[o]){var r=document.querySelector(o);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(o){r=null}e[o]=r}return e[o]}(o);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(r)}},12(o){o.exports=function(o){var e=document.createElement("style");return o.setAttributes(e,o.attributes),o.insert(e,o.options),e}},11(o,e,r){o.exports=function(o){var e=r.nc;e&&o.setAttribute("nonce",e)}},9(o){o.exports=function(o){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=o.insertStyleElement(o);return{update:function(r){var t,n,a;t="",r.supports&&(t+="@supports (".concat(r.supports,") {")),r.media&&(t+="@media ".concat(r.media," {")),(n=void 0!==r.layer)&&(t+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),t+=r.css,n&&(t+="}"),r.media&&(t+="}"),r.supports&&(t+="}"),(a=r.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),o.styleTagTransform(t,e,o.options)},remove:function(){var o;null===(o=e).parentNode||o.parentNode.removeChild(o)}}}},13(o){o.exports=function(o,e){if(e.styleSheet)e.styleSheet.cssText=o;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(o))}}}}]);