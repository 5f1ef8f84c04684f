(function(){
'use strict';
var here=document.getElementById('here'),said=document.getElementById('here-said');
if(!here||!navigator.geolocation||!window.isSecureContext)return;
here.hidden=false;
here.addEventListener('click',function(){
said.textContent=here.dataset.asking;
navigator.geolocation.getCurrentPosition(function(p){
var u=new URL(here.dataset.base,location.href);u.searchParams.delete('d');
u.searchParams.set('at',p.coords.latitude.toFixed(4)+','+p.coords.longitude.toFixed(4));
location.href=u.href;
},function(){said.textContent=here.dataset.failed;},{enableHighAccuracy:true,timeout:15000,maximumAge:60000});
});
})();
