using System.Collections.Frozen;
using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Which members a list is asked for. Used with <c>[AsParameters]</c>.</summary>
internal readonly record struct MemberListQuery(
    [property: FromQuery(Name = "search"), Description("Part of a name, an address, a user name or an id, in any case; 128 characters count.")] string? Search,
    [property: FromQuery(Name = "role"), Description("Only people with the role of this id.")] string? Role,
    [property: FromQuery(Name = "standing"), Description("active, suspended, or ending for memberships that end on a day. Left out of account where more than 100 people match the rest.")] string? Standing,
    [property: FromQuery(Name = "sort"), Description("name, signIn or role, with - before it for the other way round. Left out of account where more than 100 people match.")] string? Sort)
{
    private static readonly FrozenDictionary<string, MemberOrder> Orders = new Dictionary<string, MemberOrder>
    {
        ["name"] = MemberOrder.Name,
        ["-name"] = MemberOrder.NameDescending,
        ["signIn"] = MemberOrder.SignIn,
        ["-signIn"] = MemberOrder.SignInDescending,
        ["role"] = MemberOrder.Role,
        ["-role"] = MemberOrder.RoleDescending,
    }.ToFrozenDictionary();

    /// <summary>The query.</summary>
    public MemberQuery Read(InputReader read, PageQuery query)
    {
        var page = read.Page(query);
        return new MemberQuery(
            Search,
            read.IdOrNone<OrganizationRoleId>("role", Role),
            page.Number,
            page.Size,
            read.WordOrNone<MemberStanding>("standing", Standing),
            read.Choice("sort", Sort, Orders) ?? MemberOrder.None);
    }
}
