// SPDX-License-Identifier: GPL-3.0-or-later

// Walks through rules, subscriptions, databases and imports with the vendor's own client, and prints "ok".
// The argument is the API's root: http://127.0.0.1:7700/v1
package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	client "github.com/RedisLabs/rediscloud-go-api"
	"github.com/RedisLabs/rediscloud-go-api/redis"
	"github.com/RedisLabs/rediscloud-go-api/service/access_control_lists/redis_rules"
	"github.com/RedisLabs/rediscloud-go-api/service/databases"
	"github.com/RedisLabs/rediscloud-go-api/service/subscriptions"
)

type quiet struct{}

func (quiet) Printf(string, ...interface{}) {}
func (quiet) Println(...interface{})        {}

func check(what string, err error) {
	if err != nil {
		fmt.Println(what+":", err)
		os.Exit(1)
	}
}

func expect(what string, holds bool) {
	if !holds {
		fmt.Println(what, "does not hold")
		os.Exit(1)
	}
}

func expectFailure(what string, err error, code string) {
	expect(what+" fails with "+code+", not "+fmt.Sprint(err), err != nil && strings.Contains(err.Error(), code))
}

func connect(key, secret string) *client.Client {
	api, err := client.NewClient(client.BaseURL(os.Args[1]), client.Auth(key, secret), client.Logger(quiet{}))
	check("connecting", err)
	return api
}

func rules(ctx context.Context, api *client.Client) {
	wanted := redis_rules.CreateRedisRuleRequest{Name: redis.String("walkers"), RedisRule: redis.String("+@read ~walk:*")}
	id, err := api.RedisRules.Create(ctx, wanted)
	check("creating a rule", err)
	rule, err := api.RedisRules.Get(ctx, id)
	check("getting the rule", err)
	expect("the rule's pattern", redis.StringValue(rule.ACL) == "+@read ~walk:*")
	waitFor("the rule", func() (string, error) {
		rule, err := api.RedisRules.Get(ctx, id)
		if err != nil {
			return "", err
		}
		return redis.StringValue(rule.Status), nil
	}, redis_rules.StatusActive)
	wanted.Name = redis.String("runners")
	check("updating the rule", api.RedisRules.Update(ctx, id, wanted))
	waitFor("the renamed rule", func() (string, error) {
		rule, err := api.RedisRules.Get(ctx, id)
		if err != nil {
			return "", err
		}
		expect("the rule's new name", redis.StringValue(rule.Name) == "runners")
		return redis.StringValue(rule.Status), nil
	}, redis_rules.StatusActive)

	wanted.RedisRule = redis.String("let-me-in")
	_, err = api.RedisRules.Create(ctx, wanted)
	expectFailure("a bad pattern", err, "ACL_REDIS_RULE_PATTERN_NOT_VALID")
	expectFailure("updating nothing", api.RedisRules.Update(ctx, 40004, wanted), "ACL_REDIS_RULE_NOT_FOUND")

	check("deleting the rule", api.RedisRules.Delete(ctx, id))
	for tries := 0; ; tries++ {
		if _, err = api.RedisRules.Get(ctx, id); err != nil {
			break
		}
		expect("the rule's going", tries < 100)
		time.Sleep(100 * time.Millisecond)
	}
	_, isNotFound := err.(*redis_rules.NotFound)
	expect("the deleted rule is not found", isNotFound)
	all, err := api.RedisRules.List(ctx)
	check("listing rules", err)
	expect("the default rules", len(all) == 3 && redis.BoolValue(all[0].IsDefault))
}

func waitFor(what string, status func() (string, error), wanted string) {
	for tries := 0; ; tries++ {
		is, err := status()
		check("looking at "+what, err)
		if is == wanted {
			return
		}
		expect(what+" becoming "+wanted+", being "+is, tries < 200)
		time.Sleep(100 * time.Millisecond)
	}
}

func subscription(ctx context.Context, api *client.Client) {
	id, err := api.Subscription.Create(ctx, subscriptions.CreateSubscription{
		Name: redis.String("walk"),
		CloudProviders: []*subscriptions.CreateCloudProvider{{
			Provider: redis.String("AWS"),
			Regions:  []*subscriptions.CreateRegion{{Region: redis.String("eu-west-1")}},
		}},
		Databases: []*subscriptions.CreateDatabase{{
			Name: redis.String("first"), Protocol: redis.String("redis"), DatasetSizeInGB: redis.Float64(2),
		}},
	})
	check("creating a subscription", err)
	untilActive := func() {
		waitFor("the subscription", func() (string, error) {
			found, err := api.Subscription.Get(ctx, id)
			if err != nil {
				return "", err
			}
			return redis.StringValue(found.Status), nil
		}, "active")
	}
	untilActive()
	all, err := api.Subscription.List(ctx)
	check("listing subscriptions", err)
	expect("the subscription in the list", len(all) == 1 && redis.IntValue(all[0].ID) == id)
	check("renaming it", api.Subscription.Update(ctx, id, subscriptions.UpdateSubscription{Name: redis.String("stroll")}))

	second, err := api.Database.Create(ctx, id, databases.CreateDatabase{
		Name: redis.String("second"), Protocol: redis.String("redis"), DatasetSizeInGB: redis.Float64(4),
	})
	check("creating a database", err)
	untilActive()
	database, err := api.Database.Get(ctx, id, second)
	check("getting the database", err)
	expect("the database's state", redis.StringValue(database.Status) == databases.StatusActive)
	expect("the database's size", *database.DatasetSizeInGB == 4)

	check("importing", api.Database.Import(ctx, id, second, databases.Import{
		SourceType: redis.String("aws-s3"), ImportFromURI: redis.StringSlice("s3://bucket/dump.rdb"),
	}))
	waitFor("the import", func() (string, error) {
		latest, err := api.LatestImport.Get(ctx, id, second)
		if err != nil {
			return "", err
		}
		expect("the import's database", redis.IntValue(latest.Response.ID) == second)
		return redis.StringValue(latest.Response.Resource.Status), nil
	}, "success")
	early, err := api.LatestImport.Get(ctx, id, 4711)
	check("asking for the import of nothing", err)
	expect("what is said of nothing", redis.StringValue(early.Response.Error.Type) == "DATABASE_NOT_FOUND")

	check("changing the database", api.Database.Update(ctx, id, second, databases.UpdateDatabase{Replication: redis.Bool(true)}))
	untilActive()
	count := 0
	for list := api.Database.List(ctx, id); list.Next(); {
		check("listing databases", list.Err())
		expect("a database's name", redis.StringValue(list.Value().Name) != "")
		count++
		expect("a way out of the list", count < 10)
		check("deleting a database", api.Database.Delete(ctx, id, redis.IntValue(list.Value().ID)))
		untilActive()
	}
	expect("two databases", count == 2)
	check("deleting the subscription", api.Subscription.Delete(ctx, id))
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	_, err := connect("", "").RedisRules.List(ctx)
	expectFailure("coming without keys", err, "401")
	api := connect("account-key", "secret-key")
	rules(ctx, api)
	subscription(ctx, api)
	fmt.Println("ok")
}
