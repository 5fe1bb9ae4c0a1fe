// Preloaded into every supervised program: when the supervisor is gone, even by SIGKILL, the program drains and ends
// instead of holding its port for ever.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
