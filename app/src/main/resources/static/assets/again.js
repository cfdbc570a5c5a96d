// A device's page that waits for its sitting asks again every ten seconds; without script the page's refresh does it.
setTimeout(() => location.reload(), 10000);
