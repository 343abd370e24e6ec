import Kernel
import SQL

/// The second factor of the own account.
enum SecondFactorRoutes {
    static let all: [Route] = [
        .page("/account/second-factor", .signedIn, AccountWords.secondFactor) { call in
            try await page(call, FormState())
        },
        .disclosure(
            "/account/second-factor", .signedIn, Phrase(zh: "开启两步验证", en: "Set up the second factor"),
            form: EnrolForm.self, again: page, enrol),
        .disclosure(
            "/account/second-factor/recovery-codes", .signedIn, Phrase(zh: "更换恢复码", en: "Renew the recovery codes"),
            form: ConfirmationForm.self, again: { call, form in try await page(call, form, refused: "codes") }, renew),
        .action(
            "/account/second-factor/removal", .signedIn, Phrase(zh: "关闭两步验证", en: "Switch the second factor off"),
            form: ConfirmationForm.self, again: { call, form in try await page(call, form, refused: "removal") },
            remove),
    ]

    private static func page(_ call: Call, _ form: FormState) async throws -> SecondFactorPage {
        try await page(call, form, refused: nil)
    }

    private static func page(_ call: Call, _ form: FormState, refused: String?) async throws -> SecondFactorPage {
        let own = try await call.ownAccount()
        let totp = own.hasSecondFactor || own.isDemonstration ? nil : try offered(own, call)
        return SecondFactorPage(
            account: own,
            offer: totp.map { .init(secret: $0.secretText, address: $0.uri(issuer: "Tenure", account: own.login)) },
            form: form, refused: refused)
    }

    private static func offered(_ own: OwnAccount, _ call: Call) throws -> TOTP? {
        SecondFactorStore.offered(to: own.id, version: own.version, session: try call.ownSession, call.house)
    }

    private static func enrol(_ call: Call, _ form: EnrolForm) async throws -> RecoveryCodesPage {
        let (own, session, house) = (try await call.ownAccount(), try call.ownSession, call.house)
        try own.refuseShared()
        guard !own.hasSecondFactor, let totp = try offered(own, call) else { throw SignInRefusal.startAgain }
        guard let step = totp.accept(form.code, at: house.now, after: nil) else {
            throw FormProblem(
                field: "code",
                problem: Phrase(
                    zh: "验证码不正确。请确认手机时间准确，并输入当前显示的 6 位数字。",
                    en: "This code is wrong. Check that the phone's clock is right and enter the digits shown now."))
        }
        let codes = try await call.write { tx in
            guard try SignInStore.candidate(own.id, tx)?.version == own.version else { throw SignInRefusal.startAgain }
            let codes = try SecondFactorStore.enrol(totp, firstStep: step, of: own.id, house, tx)
            // The others were opened with the password alone.
            try SessionStore.closeAll(of: own.id, but: session, tx)
            try AccountTrail.own(
                AccountTrail.secondFactorSet, [.secret("second_factor", AccountWords.secondFactor)], call, tx)
            return codes.map(\.text)
        }
        return RecoveryCodesPage(codes: codes)
    }

    private static func renew(_ call: Call, _ form: ConfirmationForm) async throws -> RecoveryCodesPage {
        let (own, house) = (try await call.ownAccount(), call.house)
        try own.refuseShared()
        guard own.hasSecondFactor else { throw Missing() }
        _ = try await OwnAccountRoutes.confirmed(form.current, call)
        let codes = try await call.write { tx in
            let codes = try SecondFactorStore.renewRecoveryCodes(of: own.id, house, tx)
            try AccountTrail.own(AccountTrail.codesRenewed, [], call, tx)
            return codes.map(\.text)
        }
        return RecoveryCodesPage(codes: codes)
    }

    private static func remove(_ call: Call, _ form: ConfirmationForm) async throws -> Outcome {
        let (own, house) = (try await call.ownAccount(), call.house)
        try own.refuseShared()
        guard own.hasSecondFactor else { throw Missing() }
        _ = try await OwnAccountRoutes.confirmed(form.current, call)
        try await call.write { tx in
            if try SecondFactorStore.isRequired(of: own.id, on: house.today, tx) {
                throw AccountRefusal.secondFactorRequired
            }
            try SecondFactorStore.remove(from: own.id, tx)
            try AccountTrail.own(
                AccountTrail.secondFactorRemoved, [.secret("second_factor", AccountWords.secondFactor)], call, tx)
        }
        return Outcome("/account/second-factor", Phrase(zh: "两步验证已关闭。", en: "The second factor is off."))
    }
}
