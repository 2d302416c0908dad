module taskglass.example/vendor/rediscloud

go 1.24.0

require github.com/RedisLabs/rediscloud-go-api v0.40.0

require (
	github.com/avast/retry-go/v4 v4.7.0 // indirect
	golang.org/x/mod v0.29.0 // indirect
	golang.org/x/sync v0.17.0 // indirect
	golang.org/x/sys v0.37.0 // indirect
	golang.org/x/telemetry v0.0.0-20251008203120-078029d740a8 // indirect
	golang.org/x/tools v0.38.0 // indirect
)
