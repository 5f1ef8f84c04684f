(function(){
'use strict';
var main=document.getElementById('main'),now=document.getElementById('now'),lost=document.getElementById('lost');
function show(id,able,act){var b=document.getElementById(id);if(able){b.hidden=false;b.addEventListener('click',act);}}
show('print',!!window.print,function(){window.print();});
show('share',!!navigator.share,function(){navigator.share({title:document.title,url:location.href}).catch(function(){});});
show('read',!!window.speechSynthesis&&!!window.SpeechSynthesisUtterance,function(){
var s=window.speechSynthesis;if(s.speaking){s.cancel();return;}
var u=new SpeechSynthesisUtterance(now.innerText);u.lang=document.documentElement.lang==='en'?'en':'ja';s.speak(u);});
if(!window.EventSource||!window.fetch)return;
var level=0,title='',timer=0,silence=0;
function say(){
var grave=level>=4,where=document.getElementById(grave?'alarm':'said');
where.textContent='';setTimeout(function(){where.textContent=main.dataset.changed+' '+title;level=0;title='';},50);}
function load(){
timer=0;
fetch(main.dataset.part,{cache:'no-cache'}).then(function(r){if(r.status>=500)throw r.status;return r.text();}).then(function(html){
var here=document.activeElement,link=here&&now.contains(here)?here.getAttribute('href'):null;
now.innerHTML=html;
if(link){var again=Array.prototype.find.call(now.querySelectorAll('a'),function(a){return a.getAttribute('href')===link;});if(again)again.focus();}
say();}).catch(function(){soon(5000);});}
function soon(spread){if(!timer)timer=setTimeout(load,Math.random()*spread);}
function works(){clearTimeout(silence);silence=0;lost.hidden=true;}
var events=new EventSource('/events?lastEventId='+main.dataset.number);
events.addEventListener('open',works);
events.addEventListener('changed',function(e){
var d=JSON.parse(e.data);if((d.level||0)>=level){level=d.level||0;title=d.title||title;}
soon(level>=4?500:2000);});
events.addEventListener('reload',function(){soon(4000);});
events.addEventListener('error',function(){if(!silence)silence=setTimeout(function(){lost.textContent=main.dataset.lost;lost.hidden=false;},3000);});
})();
