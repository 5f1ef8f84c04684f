(function(){
'use strict';
function part(id){return document.getElementById('where'+id);}
var where=part(''),here=part('-here'),drop=part('-drop'),said=part('-said'),at=part('-at'),metres=part('-metres');
if(!where||!navigator.geolocation||!window.isSecureContext)return;
function show(){
var words=metres.value?where.dataset.about.replace('{metres}',metres.value):where.dataset.at;
said.textContent=at.value?words.replace('{at}',at.value.replace(',',', ')):'';
drop.hidden=!at.value;
}
here.addEventListener('click',function(){
said.textContent=where.dataset.asking;
navigator.geolocation.getCurrentPosition(function(p){
at.value=p.coords.latitude.toFixed(5)+','+p.coords.longitude.toFixed(5);
metres.value=String(Math.min(99999,Math.max(1,Math.round(p.coords.accuracy))));
show();
},function(){show();if(!at.value)said.textContent=where.dataset.failed;},{enableHighAccuracy:true,timeout:15000,maximumAge:60000});
});
drop.addEventListener('click',function(){at.value='';metres.value='';show();here.focus();});
where.hidden=false;
show();
})();
