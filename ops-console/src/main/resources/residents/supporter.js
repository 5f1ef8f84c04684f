(function(){
'use strict';
function by(id){return document.getElementById(id);}
var main=by('main'),now=by('now'),lost=by('lost'),said=by('said'),title=document.title,timer=0,last='';
if(!now||!window.fetch)return;
function waiting(){return Array.prototype.map.call(now.querySelectorAll('[data-waiting]'),function(each){return each.id;});}
function mark(){
var count=waiting().length,whom=by('whom');
document.title=(count?'('+count+') ':'')+title;
if(whom&&!now.querySelector('#r-'+whom.dataset.of+'[data-look]'))whom.remove();
}
function put(html){
if(html===last)return;
var before=waiting(),here=now.contains(document.activeElement)?document.activeElement.id:'';
last=html;
now.innerHTML=html;
if(here&&by(here))by(here).focus();
mark();
if(waiting().some(function(id){return before.indexOf(id)<0;})){said.textContent='';setTimeout(function(){said.textContent=main.dataset.fresh;},50);}
}
function later(){clearTimeout(timer);timer=setTimeout(load,14000+Math.random()*2000);}
function load(){
clearTimeout(timer);
fetch(main.dataset.part,{cache:'no-store'}).then(function(answer){
if(answer.status===404){location.replace(main.dataset.page);return;}
if(!answer.ok)throw answer.status;
return answer.text().then(function(html){lost.hidden=true;put(html);});
}).catch(function(){lost.textContent=main.dataset.lost;lost.hidden=false;}).then(later);
}
document.addEventListener('visibilitychange',function(){if(!document.hidden)load();});
window.addEventListener('online',load);
mark();
later();
})();
