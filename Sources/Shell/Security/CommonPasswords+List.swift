extension CommonPasswords {
    /// The words, in order, parted by white space. Source: see `README.md` in this folder.
    static let list: StaticString = """
        10293847qp 12345678qwe 17171717aa 19952009sa 80070633pc a1a2a a1a2a3a4a a1b2c a1b2c3d a1b2c3d4e a1s2d a1s2d3f
        a1s2d3f4g a1s2d3f4g5h a2a3a4a5a a2b3c a2b3c4d a2b3c4d5e a2s3d a2s3d4f a2s3d4f5g a2s3d4f5g6h a3eilm2s2y aaaaa
        aaasss aaliyah aardvark aaron abcd abcde aberdeen abgrtyu abnormal abracadabra abrakadabra absolut abstr
        access accord accountbloc achilles achtung acmilan action acura adam adgjmp adgjmptw adidas admin adonis
        advent aezakmi afrika agent aggies aikido aikman airborne airbus airforce airplane airwolf ajcuivd ajnjuhfabz
        akira alabama aladin alaska albany albatros albion alchemy alejandr aleksander aleksandr aleksandra aleksey
        alenka alessandro alex alexande alexander alexandr alexandra alexandre alexey alexis alexsander alfa alibaba
        alice aliens allegro allmine allsop allstar aloha alpha alphabet alphaomega alpine alternativa altima alucard
        am4h39d8nh amadeus amadeusptfcor amand amanda amateur amateurs amazon amber ambers americ america amerika
        amigo amigos amorcit amore amsterda amsterdam an83546921an anaconda anai anakin anal analsex anarchy anastasi
        anastasija anastasiya andrea andrei andrew andrewjackie andrey andromed andromeda andyod anfield angel
        angelochek angelofwar angels angelus angus anhyeuem animal anime annie antananarivu antares antelope anthon
        anthony anthrax antoni anubis apache apokalipsis apollo apple applepie apples applesauce april aptiva aquarius
        aragorn aramis arcadia archange area argentin aries arizona arjay armada armageddon armagedon armani armstron
        arrow arrows arsenal artem artemis artemka artur asdasd asddsa asdf asdfasdf asdfg asdfgh asdfghj asdfghjk
        asdfghjkl asdfjkl asdfzxcv asdqwe asdzxc asgard ashle ashley asians asimov aspen aspire aspirine assasin
        assassin assfuck asshole assholes assman assword astalavista asterix astonmartin astonvilla astra astral astro
        astros athlon atlanta atlantis atomic attila auburn auckland audi audia auditt auggie aussie austin australi
        australia avalanch avalon avatar avenger avrillavigne awdrgyjilp awesome awo8rx3wa8t azamat azazel azert
        azerty azertyui azertyuiop azsxdc azsxdcfv azsxdcfvgb azwebitalia babe babemagnet babes babyblue babyboy
        babydoll babyface babygirl babylon babylove bacardi bacchus backdoor badass badboy baddog badger badgers
        badgirl badman badnaamhere baggins baggio bagira bahamut bailey baller ballin balloon balloons balls baltimor
        bambam bamboo banan banana bananas banane bandit bang banger bangkok banker banner banshee banzai barbados
        barbie barcelon barcelona barefoot baritone barkley barley barney barry barselona barsik bartman basebal
        baseball basket basketba basketball basset bassman bastard batman bayern bball bcfields bdsm beach beaches
        beagle beaker beamer beaner beanie bear bearcat bearcats beardog beast beastie beater beatle beatles beautifu
        beautiful beauty beaver beavis beckham beech beefcake beemer beer beerman beetle beezer bella belmont benfica
        beng bengals beowulf beretta berezuckiy bergkamp berlin bestbuy bestfriend bhbirf bian biao biatch bicycle
        bigass bigballs bigbang bigbear bigben bigbird bigblock bigblue bigbob bigboobs bigbooty bigboss bigboy
        bigbutt bigcat bigcock bigdaddy bigdawg bigdick bigdicks bigdog bigfish bigfoot biggie biggles biggun bigguy
        bighead bigmac bigman bigmike bigmoney bigone bigones bigpimp bigpoppa bigred bigsexy bigtime bigtit bigtits
        biker bikini bilbo billabon billy billybob billyboy bimbo bimmer bing bingo binladen bird birddog birdie
        birdman birthday biscuit bismillah biteme bizkit blabla black blackberry blackbir blackcat blackdog
        blackdragon blackhaw blackheart blackhorse blackie blackjac blackjack blackmetal blackout blacks blackwhite
        blacky blade bladerunner blades blahblah blam blaster blaze blazer blessed blessing blingbling blink blizzard
        blonde blondes blondie blowfish blowjob blowme bltynbabrfwbz blue blueball bluebell bluebird blueboy
        bluedevils bluedog bluedragon blueeyes bluefish bluejays bluemoon blues bluesky bluesman boater boating
        bobafett bobby bobcat bobdole bobdylan boeing bogart bogdan bogey bohica boiler bolitas bollocks bollox
        bologna bombay bomber bombers bonanza bond bondage bondarenko bonehead boner bones bongo bonjour bonjovi
        bonkers bonsai boob boobie boobies booboo boobs booger boogie bookie bookworm boomboom boomer booster bootie
        boots bootsy booty bootys boozer borabora bordeaux boredboi4u boricua borussia bosco bossman boston boulder
        bounce bounty bowler bowling bowwow boxer boxers boxing boxster boy4u2ownnyc boytoy bozo bpgjldsgjldthnf
        br0d3r brando brandon brandy brasil braveheart braves brazil breakdance breast breasts breeze bremen brian
        bricks brighton bristol britney brodie broker bronco broncos brooklyn brown brownie browns bruce brucelee
        brucewayne bruins bruiser bruno brutus bubba bubbas bubble bubbles buceta bucket buckeye buckeyes buckshot
        budapest buddah buddha buddie buddy buddyboy budlight budman budweise budweiser buffalo buffett buffy bugger
        builder bujhmbujhm bukkake bull bulldog bulldogs bullet bullfrog bulls bullseye bullshit bummer bumper
        bunghole bunnies bunny burger burrito bushido businessbabe buste buster busty butch butter butterbean buttercu
        butterfl butterfly buttfuck butthead butthole buttman buttons buzzard byajhvfnbrf byteme c43dae874d c43qpul5rz
        cabbage cabernet cabron cactus cadillac caesar cafc calgary calibra calico caliente californ california
        caligula calimero callisto callofduty callum camaro camaross cambiami camden camel camelot camels cameltoe
        camero cameron camper canada cancer cancun candle candy candyman cang cannabis cannondale canon cantona canuck
        canucks capecod capetown capone capricor capricorn capslock captain caramel caravan cardinal carlito carlitos
        carlos carmex carnage carnival carolina carpedie carpente carpet carrera carrot cartman cartoon casablanca
        casanova caserta casey cashmone casino casper cassandr cassie catch catdog catfish catherin catman cats
        catwoman cavalier caveman cayman cbr900rr ccbill cdh0v99ue cdtnbr cdtnkfyf ceasar cegthgegth cegthgfhjkm celeb
        celeron celica celine celtic celtics ceng cent cerberus cessna cevthrb cfitymrf cfkfvfylhf cgfhnfr cghfdjxybr
        cgtwbfkbcn chai chainsaw challeng champ champion champs changeme chao chaos charger chargers charles charli
        charlie charlott charlton charly charmed charon chase chaser cheater cheburashka checkers cheddar cheech
        cheeks cheerleaers cheers cheese cheetah chelse chelsea cherokee cherries cherry cheshire chessmaster chester
        chevelle chevrole chevrolet chevy chevys chewie cheyenne chiara chicago chichi chicken chickens chickenwing
        chicks chico chiefs chilli chillin chilly chimera chinook chipmunk chipper chippy chivas chloe chocha chocolat
        chocolate choochoo chopin chopper chou chris chrisbln chrisbrown chriss chrissy christ christia christiaan
        christian christin christma christop christophe christopher chrome chronic chrono chrysler chuai chuang chubby
        chuckie chuckles chucky chui chunky chuo ciccio cicero cigars cinder cindy cinnamon cirrus citadel citroen
        cjdthitycndj cjkysirj cjkywt clancy clapton clarinet classic classics claudi claymore clemson cleopatr
        clevelan climber clipper clippers clit clitoris cloud clouds clover clowns clubpenguin clutch cnfnbcnbrf
        cnfybckfd cnjvfnjkju cobain cobalt cobra cobras cocacola cocaine cock cocker cockgobbler cocks cocksuck
        cocksucker coconut codered coffee cohiba coke coldbeer coldplay colnago colombia colorado colors colt coltrane
        comanche combat comet comicbookdb comicbooks commande commando compaq compass computador computadora compute
        computer conan concord concorde concrete condom condor cong connect connor consumer contortionist contrasena
        cookie cookies coolcat cooldude cooler coolguy coolio coolman coolness coors coorslight cooter copper corleone
        corndog corolla corona corperfmonsy corrado corsair corvette cosmic cosmo cosmos cosworth cougar cougars
        counterstrike coventry cowboy cowboys cowgirl coyote cracker cramps crazy crazybab creampie creamy creative
        cricket crimson critter crjhgbjy cruise cruiser crunch crusader crusher crusty crysis crystal ctdfcnjgjkm
        cthtuf cthulhu cthutq ctrhtn cuan cubbies cubswin cuddles cuervo cumming cumshot cupcake curious custom
        cutiepie cutlass cutter cvthnm cvzefh1gkc cxfcnkbdfz cxfcnmt cxfcnmttcnm cyber cyberonline cyborg cyclone
        cyclops cyecvevhbr cygnus cygnusx cyjdsvujljv cypress cytuehjxrf d8cd98f00b dabears dabomb daddy daddyo
        daddysgirl daemon daewoo dagger daisy dakota dalejr dallas dalshe daman dammit damnit dancer dang danger danie
        daniel daniil danila danni danny dannyboy danzig darkange darkangel darkknight darklord darkman darkness
        darkside darkstar darthvader dashadasha datsun david davide davids davinci dawg daytona dbrnjh dbrnjhbz
        dbrnjhjdbx dbrnjhjdyf dctvcjcfnm dctvghbdtn deadhead deadman deadpool death deejay deeppurple deepthroat
        deerhunter deeznuts deeznutz default defender defiant deftones dejavu delete delfin delight delphi delta
        deltaforce deluxe demo denali deng deniska depeche depechemode derf derparol desert designer desire deskjet
        desperados destin destiny detroit deutsch deutschland devil devildog devildriver devilmaycry devils devo
        dexter dfcbkbq dfkthbz dfkthf dfktynby dfktynbyf dfktynbyrf dfvgbh dharma dhjnvytyjub diablo dialog diamond
        diamonds diao diaper dick dickhead dickie dicks diehard diesel dietcoke dieter digger diggler digimon digital
        digitalprodu dilbert dildo dilligaf dima dimas dimples dinamo dinara dindom ding dingdong dinosaur dipshit
        dirtbike dirty disco discover disney diver divine django djivanfros dkflbckfd dkflbdjcnjr dkflbr dkflbvbh
        dkflbvbhjdbx dkflbvbhjdyf dmitriy doberman doctor dodge dodger dodgeram dodgers dodgeviper dogbert dogbone
        dogboy dogcat dogface dogfood dogg dogger doggie doggies doggy doggystyle doghouse dogman dogphil dogpound
        dogs dogshit dogwood doitnow dolemite dollar dolphin dolphins domainlock dominik dominion domino domodedovo
        donaldduck donkey donkeykong dontknow donuts doobie doodle doofus doogie dookie doomsday dotcom doughboy
        dougie dracula drago dragon dragonba dragonball dragonballz dragonfire dragons dragoon drakon draven dreamer
        dreams drifter driver drizzt droopy drowssap drpepper drumandbass drummer dthjybrf duan dublin ducati duchess
        duck duckie ducks duffman dumb2live dumbass dundee dungeon durango duster dusty dutchess dylan dynamite dynamo
        e5nclizry eagle eagles earnhard earthlink eastside eastwood eatme eatpussy eatshit eclipse eddie eduard edward
        eeyore efbcapa egghead eggman eggplant einstein ejaculation ekaterina elcamino eldorado electra electric
        electro electron elefant element elephant elephants elizabet elizabeth elizaveta elvis elway emerald emily
        eminem empire enforcer engage engineer enigma enrico enter enterme enternow enterpri enterprise entropy
        epsilon eraser ericsson erotic erotica escaflowne escort eskimo espresso eternal eternity eureka europa
        evanescence evangelion ever everest everlast everton evgeniy evolutio excalibu excalibur excite exigen exigent
        exodus exotic explorer express extreme eybdthcbntn f**k f00tball f3fpht7op fabie fabric facial fairlane faith
        falcon falcons fallen fallenangel fallout falloutboy fandango fang fantasia fantasy fantomas farscape farside
        fart fartripper fast4u fastball faster fatass fatboy fatcat fatman fatty fcbarcelona fearless feather
        felicidade felix fender fenerbahce feng fenris fenway fergie fergus fernand ferrari ferret fester fetish fffa
        fghtkm fgjrfkbgcbc fgtkmcby ficken fidelio fiesta figaro fighter fighting filter finalfantasy finger fire
        fireball firebird firefigh firefighter firefly firefox fireman firenze firestarter firewall firstone fish
        fishbone fishes fishhead fishin fishing fishon fisting fitness fkbyjxrf fkg7h4f3v fkmnthyfnbdf fktrcfylh
        fktrcfylhf fktrcfylhjd fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrcfylth fktrctq fktyrf flames flamingo
        flanker flash flasher flatron fletch flexible flicks flintstone flipper floppy florian florida flounder flower
        fluffy flvbybcnhfnjh flyboy flyers flyfish foobar footbal football footjob fordf forest foreve forever forfun
        formatters formula forsaken fortuna foryou fossil foxtrot foxy foxylady franc francesc francisc frank franky
        freaks freaky freckles freddy frederiksberg freebird freedom freefall freepass freeporn freesex freeuser
        freeway friday friendster fright frisco frisky frodo frog frogger froggy frogman froinlaven fromvermine front
        frontier frosty frozenfish fsa75yt fubar fuck fuck_inside fucked fucker fuckers fuckface fuckhead fuckher
        fucking fuckinside fuckit fuckme fuckmehard fuckmylife fuckoff fuckthemall fucktheworld fuckthis fucku fuckyo
        fuckyou fuckyouguys fufnfrhbcnb fugazi fukkc fulham fullmoon funky funstuff funtime fusion fussball futbol
        futurama fuzzy fyfcnfcbz fyfnjkbq fyfnjkmtdbx fyfnjkmtdyf fylhtq fynfyfyfhbde fytxrf fyutkbyf gabber gabrie
        gabriel gabriell gadget gaell gagged gagging galant galatasara galatasaray galaxy galina galore gambit gambler
        gameboy gamecock gamecube gamemaster gameover gandalf ganesh gangbang gangbanged gangsta gangster garden
        garfield gargoyle garion gasman gateway gator gatorade gators gawker gbhfvblf gblfhfcbyf gbpltw geezer gegcbr
        geheim gemini generic genesis geng genius georg george gerasimova geronimo gerrard gesperrt getmoney getout
        getsome gfhfcjkmrf gfhfvgfvgfv gfhjkm gfhjkmgfhjkm ghbdtn ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtngjrf
        ghbdtnrfrltkf ghblehjr ghbrjk ghbywtccf ghetto ghhh47hj ghjcnbnenrf ghjcnbvtyz ghjcnj ghjcnjabkz ghjcnjgbpltw
        ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif ghjgfufylf ghjnbdjcnjzybt
        ghjrehfnehf ghjrjgtyrj ghjuhfvbcn ghjuhfvvbcn ghjuhfvvf ghost ghostrider giants gideon giggles gilles ginger
        giorgi giorgio giraffe girls gizmo gizmodo gjdtkbntkm gjgeuftd gjikbdctyf gjkbyf gjkysqgbpltw gjytltkmybr
        gladiato gladiator glamour globus glock gmoney gn56gn goalie goat goaway gobears goblin goblue gobucks gocubs
        goddess godfathe godfather godisgreat godlike godsmack godzilla gofish goforit goirish goku golden goldfing
        goldfinger goldfish goldstar goldwing golf golfball golfer golfing goliath gollum gonavy gong gonzo goober
        good goodboy goodday goodfellas goodgirl goodie goodluck goodmorning goodtime goofy google gooner goose gopher
        gordo gordolee gordon gorilla gotcha goten goth gothic gotmilk gotohell govols grandam grandorgue granny
        gratis grease great greatone greedisgood green greenbay greenday greenlantern greens gregor gremlin grendel
        gretzky griffey grinch gringo grizzly gromit groove groovy groucho groupd grumpy gryphon gsxr gthcbr
        gthtcnhjqrf gthtrhtcnjr gtnhjdbx gtnhjpfdjlcr guai guang guardian guiness guinness guitar guitars gundam
        gunnar gunner gunners gunslinger gustav guyver gxlmxbewym gy3yt2rgls gymnast gypsy habibi hack hacked hacker
        haggis hairball hairy halflife halifax hallo hambone hamburg hamish hamlet hammer hammers hammertime hamster
        handball handyman hannah hannibal hansolo happy happyday hardball hardcock hardcore harddick hardon hardone
        hardrock hardwareid harlem harley harry harrypotter harvest hattrick havana havefun hawaii hawaiian hawkeye
        hawkeyes hayabusa hd764nw5d7e1vb hearts heater heather heaven heavymetal heckfy hedgehog hedimaptfcor heidi
        heineken hejsan hellboy hellfire hello hellokitty helloo hellos hellothere helloworld hellraiser hellsing
        hellyeah helmet helmut helper helpme hemi hendrix heng henry hentai herbie hercules hermes hershey hesoyam
        hetfield hewlett heynow hfjdk hidden highbury highheel highland highlander hijodeputa hiphop hippie hitachi
        hithere hitman hjccbz hjvfirf hobbes hobbit hockey hokies hola holein holiday hollister holly hollywoo
        hollywood holycow holyshit homeboy homer homerj homers homerun honda hondacivic hondas honey honeybee honeys
        hongkong honolulu hookem hooker hookup hooligan hoops hoosier hoosiers hooter hooters hootie hopeful horizon
        horndog hornet hornets horney horny horse horses hotbox hotboy hotdog hotgirls hotone hotpussy hotred hotrod
        hotsex hotshot hotstuff hott hottie hotties houdini hounddog house housewifes houston hover hshfd4n hsu75kpot
        htubcnhfwbz huai hummer hunte hunter hunting hurrican husker huskers huskies hustler hyperion hypnodanny
        iaapptfcor iamgod iampurehaha ib6ub ibanez iceberg icecream icehouse iceman iddqdiddqd iddqdidkfa idefix
        idontkno idontknow idunno iforget iforgot igor iguana ihateyou ijrjkfl ilikepie ilikepussy illini illuminati
        illusion ilove iloveboobies ilovegirls ilovegod ilovejesus iloveme ilovemusic ilovemyfamily ilovemylife
        ilovemyself ilovepussy ilovesex iloveu iloveyo iloveyou imation immortal impala impreza incubus indiana
        indians indigo inferno infiniti infinity ingodwetrust insane insert insertions insomnia inspiron install
        installdevic installsqlst installutil integra intel intelinside interacial intercourse intermilan internet
        intrepid intruder inuyasha iomega ipswich irachka irina irinka irish irishka irishman iriska ironmaiden
        ironman iscool iseedeadpeople islander istanbul italia itsasecret itsme ivanov ivanova iverson iwantu
        j3qq4h7h2v j4ye3uz jabroni jackal jackass jackdaniels jackoff jackpot jackson jacob jagger jaguar jaguars
        jamaica james jamesbon jamesbond jamess jamie jammer jammin jarhead jasmine jason jasper java javelin jaybird
        jayden jayhawk jayhawks jazzman jedi jediknight jedimaster jeep jefferso jelly jellybea jenn jennaj jennife
        jenny jeremy jericho jerkoff jerry jessejames jessic jessica jester jesus jesuschris jesuschrist jesusislord
        jesussaves jetbalance jethro jets jetski jewels jezebel jiang jiao jigei743ks jiggaman jimandanne jimbo jimbob
        jimmy jing jingle jiong jktxrf jktymrf jlbyjxtcndj jockey joebob joecool joemama johann johannes john johnboy
        johncena johndeer johndoe johngalt johnny johnson joker jokers jokx7b9du jomama jones jonny jorda jordan
        joseph josephin joshu joshua jrcfyf jsbach juancarlos jubilee juggalo juggernaut juice juicy julie julien
        jumbo jumper junebug jungle junio junior junkie jupiter just4fun just4me justdoit justforfun justice justin
        justinbiebe justinbieber justme juventus jxfhjdfirf k.lvbkf kahuna kakashka kaktus kalifornia kalina
        kamehameha kamelia kamikaze kamila kangaroo kanmax kansas karachi karate karen karina karolina kashmir kasper
        katana katarina katerina katie katrin kawasaki kazantip kbnthfnehf kcj9wx5n kd189nlcih keeper keepout kelly
        keng kenshin kenwood kenworth kernel kerouac kestrel kevin kevinp keyboard keystone keywest kfgjxrf kfhbcf
        kickass kicker kidrock kieran killbill kille killer killers killjoy killme kilroy kimmie kingfish kingfisher
        kingkong kingpin kingston kinky kipper kirill kirsty kisses kissme kissmyass kitkat kitten kittens kitty
        kittycat kittykat kjkszpj kjrjvjnbd kl?benhavn klapaucius klaste klaster kleopatra klingon klizma klondike
        knickerless knickers knicks knight knights knockers knopka knuckles kobebryant kodiak kojak kokomo kolobok
        komodo konstantin kool koolaid kordell korn koroleva korova koshka kosmos kostya kotaku kotenok krasotka
        kravchenko krishna krokodil krolik kronos krusty krypton ksenia ksusha ktyjxrf kuai kuang kudos4ever kume
        kungfu kurtcobain kwiatuszek labrador labtec lacrosse laddie ladybug ladyffesta laguna lakers lakeside
        lakewood lakota lalakers lambda lamborghini lamborgini lamer lancelot lancer lansing lantern laptop larisa
        larry laser lassie lasvega lasvegas latinas latino laura laurent lazarus lback leather leavemealone ledzep
        ledzeppelin leedsutd left4dead legacy legend legion legolas lekker lemmein lemonade leng lennon lenochka
        leonid leopard leopold lesbian lesbians lespaul lestat letmei letmein letmeinnow letsgo lexmark lexus
        lfplhfgthvf lfybbk lhbjkjubz lhfrjy liang liao liberty lick licker licking lickit lickme lifehack lifeisgood
        lighter lightnin lightning lights lightsaber limewire limpbizkit linda lindros lineage linkinpark lion
        lionking liquid lithium little littlebear littlefuck littlegirl littleminge liverpoo liverpool liverpoolfc
        livestrong lizard lkjhgfdsaz lkjhgfdsazx lobo lobster lockerroom loco logan logitech loki lokomotiv lolipop
        lollipop lollol lollypop lolol lololyo london lonestar lonewolf longbow longdong longhorn longjohn looker
        lookout looser loploprock losangeles loser losers lotrfotr lotus love lovebug loveforever loveislife loveit
        lovelife lovely loveme lover loverboy lovers lovesex loveya loveyou lovezp lowrider lp2568cskt lsia9dnb9y
        ltybcrf luan luansantana luca lucifer lucky luckycharm luckydog ludmila lumber luojianhua lust lvbnhbq
        lytghjgtnhjdcr lzhan m2do5bs m6cjy69u macbeth macdaddy machine macman macross madagaskar madcat maddie maddog
        madina madison madman madmax madness madonna maestro magelan magellan maggi maggie maggot magic magical
        magician magick magicman magnet magneto magnum magnus magpie magpies maiden mailcreated mailman majestic
        makaveli maksim maksimka malachi malaka malibu malice malina mallard mama mamacita mamamia mamapapa manchest
        manchester mancity mandarin mandarinka mandingo mandragora mandrake mandy manfred mang mango mangust maniac
        mankind manolo manowar manson mantis manutd mapet mapleleafs maprchem maradona marathon marcello marcius
        margarit maria marie marijuan marijuana marika marina marine mariners marines marino mario mariposa marius
        mariya marker markhegarty markie markiz marlboro marley marseill marseille martin martini maryjane masamune
        maserati mash mashamasha mason massimiliano massive maste master masterbaiting masterbate masterbating
        mastercard masterchief mastermind masturbation matador matchbox matematica matematika matrix matteo matthe
        matthew matthias mattylad mature maurolarastefy maveric maverick maxell maxim maxima maxime maximilian maximus
        maxmotives maxwell maxx maxxxx mayday mayhem mazafaka mazda mazdarx mclaren meatball meathead meatloaf
        mechanic medic medion medusa medved megadeth megaman megan megane megapass megatron meister melissa mellon
        mellow memorex memphis menace meng mentor meowmeow mephisto mercedes mercury meridian merlin merlot mermaid
        mersedes messiah metallic metallica metroid mets mevefalkcakk mexico miami mian miao michae michael
        michaeljackson michigan mick mickey mickeymouse micro microlab micron microphone microsof microsoft midget
        midnight midnite midway mighty mihail mikael mike mikey milana milano milena milfhunter milkman millenium
        miller millerlite millertime millwall minecraft mingus minhasenha minicooper minime minnesota_hp mirage
        mischief misfit misfits mishka missy mister mistress misty mittens mizzou mnbvcxz mobydick modelsne modena
        mohawk mojo molly mollydog moloko molson momoney momsanaladventure monaco monalisa monarch monday mondeo money
        moneymaker moneyman moneys mongoose monic monitor monke monkey monkeybo monkeybutt monkeys monopoly monster
        montag montana montecarlo montgom montreal monty moocow mookie moomoo moonbeam moondog moonligh moonlight
        moonshin moose mopar mordor morgan morganstanley moritz morpheus morrowind mortalkombat mortgage mortimer
        moscow moskva mostwanted motdepasse mother motherfuck motherlode motorola mountain mouse mozart msorcloledbr
        mtpgam mudvayne muffin mulder mullet multiplelo multiplelog munch munchkin muppet murcielago murzik musashi
        muscle muscles mushroom music musica musiclover musicman mustafa mustang mustangs mustard mybaby mydick mygirl
        mykids mylife mylove myname mypass mypassword mystic myxworld naked namaste nancy nang nanook napass napoli
        napster naruto nascar nastia nasty nastya natali natalie nataly natasha nathan naughty naughtyboy nautilus
        navigator nazgul nbvjatq ncc1701a ncc1701d ncc1701e nccpl nebraska necromancer need4speed needforspeed nemesis
        nemvxyheqdd5oqxyxyzi neng neptune netscape networkingpe nevada neveragain nevergiveup nevermind neverwinter
        nevets newbie newcastl newlife neworleans newpass newpassword newport newproject newyork newzealand nextel
        nfnmzyf nfytxrf nhecsyfujkjdt nhfdvfnjkju nhfrnjhbcn nhfycajhvths niang niao niceass niceguy nickel nicola
        nicole nightcrawler nightshade nightwish nike nikita nikitos nikki nikola nikolaevna nikolai nikolay nimbus
        nimrod nineinch niners ning ninja ninjas nintendo nipper nipple nipples nirvana nissan nissan350z nitram nitro
        nittany nofear nokia nokia6230i nokiadermo nokian nolimit nomad nomore noname nondriversig nong noodle noodles
        nookie nopass nopassword norwich nostromo notebook notused novell noway nthvbyfnjh ntktajy nuaddn nuan nude
        nudes nudist nugget nuggets number nutmeg nuttertools nwo4life nygiants nyjets nylons nymets o9i8u7y6t oakland
        oasis oatmeal obelix oberon obiwan oblivion obsidian oc247ngucz oceans odyssey ohshit ohyeah oicu oilers
        oksana olcrackmaster oldman oldsmobile oleg olegnaruto olesya oliver olivier olympus omega omgkremidia onelove
        onetime onetwo onetwothree onion online onlyme ontheoutside ontherocks opendoor opensesame openup operator
        optimist optimus oracle orange oranges orchid oreo orgasm orient orioles orion orochimaru oscar osiris othello
        outkast outlaw overkill overlord oxford ozzy p030710p$e4o p0o9i8u p0o9i8u7y p4ssw0rd p@ssw0rd pa55w0rd
        pa55word pacers packard packer packers pacman paco paddle padres painkiller paintbal paintball pakistan
        paladin pallmall palmtree paloma panama panasoni panasonic pancake pancho panda pandemonium pandora pang
        pantera panther panthers panties pantyhos panzer paolo papillon papito paradigm paradise paradox paraklast
        paramedi paris parol parola parolparol parrot pasadena pascal pass pass1page passat passion passmaster passme
        passport passw0rd passwd passwor password passwords passwordstandard passwort pasword patches pathfind
        pathfinder patric patrici patrick patriot patriots paulie pavel pavilion pavlov pdtplf peace peach peaches
        peachy peanut peanutbutter peanuts pearljam pebble pebbles pecker peekaboo peeper peewee pegasus pelican
        pencil penetrating penetration peng penguin penguins penis penny penthous pentium pepito peppe pepper pepsi
        perfect persik pervert peter peternorth peterpan petrov petrova peugeot pfhfnecnhf phantom pharmacy pheonix
        phezc419hv philippe philips phillies philly phish phoeni phoenix photos phpbb phrowz pian pianoman piao picard
        picasso piccolo pickle pickles pickup pics picturs pigeon piggy piglet pigpen pikachu pillow pimp pimpdadd
        pimpin pinball pineappl pineapple ping pingpong pinhead pink pinkfloy pinkfloyd pinky pioneer pipeline pippen
        pippo piramida pirate pirates pisces pissing pissoff pistol pistons pitbull pixies pizdec pizza pizzas placebo
        planet plasma plastic platinum platon platypus playa playboy player playstat playstation playtime plumber
        pluto plymouth pobeda poison poiuyt poiuytrewq pokemon poker polaris police polina polniypizdec polo polopolo
        polska pompey poncho pontiac pony poochie poodle pooh poohbear pookie pool poontang poop pooper poopie poopoo
        poopy pooter popcorn popeye popova popper poppy porkchop porn porno pornografia pornographic pornos pornstar
        porsche portishead portland portugal poseidon possum postal postman postov potato pothead powder power
        preacher precious predator prelude premium premiumcash presario presiden presto prettygirl primetime primus
        prince princes princess pringles printer prisonbreak prissy private privet prodigy proman prophet proton
        prowler proxy prozac psychnaut psycho ptybnxtvgbjy puddin pudding puertorico puffin puffy pufunga pulsar
        pumpkin pumpkins punisher punker punkin punkrock punksnotdead puppies puppy pupsik purdue purpl purple puss
        pussey pussie pussies pussy pussycat pussyeater pussylicker pussylover pussyman pussys putter pyramid python
        q1q2q q1q2q3q4q q1w2e q1w2e3r q1w2e3r4t q1w2e3r4t5y q1w2e3r4t5y6u q1w2e3r4t5y6u7i q1w2e3r4t5y6u7i8o9p
        q2q3q4q5q q2w3e q2w3e4r q2w3e4r5t q2w3e4r5t6y qa2ws qa2ws3ed qa2ws3ed4rf qa2ws3ed4rf5tg qawsed qawsedrf
        qawsedrftg qawsedrftgyh qaz123wsx qaz2ws qaz2wsx qaz2wsx3edc qaz2wsx3edc4rfv qazqaz qazws qazwsx qazwsxed
        qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qazxcv qazxsw qazxsw23edc qazxsw23edcvfr qazxswedc qazxswedcvfr qazzaq
        qiang qiao qing qiong qpwoeiruty qqqqq qqqwww quan quant4307s quantum quartz quasar quattro queenas queens
        quest quicksilver quiksilver qw12qw qw34er qw34er56ty qwas qwaszx qwaszxerdfcv qwe1234567 qwe123qwe qwe456rty
        qweasd qweasdzx qweasdzxc qwedsa qweewq qweqwe qwer qwerasdf qwerasdfzxcv qwert qwertasdfg qwertasdfgzxcvb
        qwertgfdsa qwerttrewq qwerty qwertyasdfgh qwertyu qwertyui qwertyuio qwertyuiop qwertyytrewq qwertz qwertzuiop
        r2d2c3po r3vi3wpass rabbit rabota racecar racer racerx rachel racing radiohea radiohead ragnarok raider
        raiders rainbow rainman raistlin rambler rambo rammstein ramones rampage ramrod ramses rancid random randy
        rang ranger rangerover rangers raptor rascal rasdzv rasmus rasputin rasta rastaman ratman raven ravens razor
        razz rbhbkk rctybz reader realmadrid reanimator reaper rebecca rebel rebels reckless redalert redbaron redbird
        redbone redbull redcar reddevil reddog reddwarf redeye redfish redfox redhat redhead redhot redline redman
        redneck redrose redrum reds redskin redskins redsox redwing redwings redwood reebok reefer reflex reggae
        reload remingto renault renegade reng reptile rereirf rescue residentevil respublika retard reviewpass
        revolver rfcgthcrbq rfgecnfcerf rfhbyf rfhfrfnbwf rfhfvtkmrf rfhnjirf rfkmrekznjh rfnfcnhjaf rfnfgekmnf
        rfnthbyf rfntymrf rfrfirf rfrnec rfvfcenhf rhbcnbyf rhbcnbyjxrf rhfcjnrf rhfcyjzhcr rhfvfnjhcr rhino rhjrjlbk
        rhtdtlrj ricard riccardo richar richard rightnow ringo ripken ripper ripple riverplate rjhjkmbien rjhjktdf
        rjirfrgbde rjntyjr rjs1la7qe rjycnbnewbz rjycnfynby rkfdbfnehf roadkill roadking roadrunn roadrunner roadster
        rober robert robocop robot robotech robotics rockbottom rocker rocket rockets rockford rockhard rockhopper
        rockie rockies rocknrol rockon rocks rockstar rocky rodeo rodman roflcopter roger rogue roller rolltide romans
        romashka rommel ronaldinho ronaldo rong roofer rookie rooster rootbeer rosebud roswell rotten route rover
        rovers royals rtyuehe ruan rubber rubble rulez rulezzz runaway runescape runner rush ruslan russia rustam
        rusty sabbath sabine sabres sabrina sadie safari sahara saigon sailboat sailing sailor sailormoon saints
        sairam saiyan sakura salamander salamandra salasana saleen sally salmon salomon salope salsero samantha samiam
        samm sammy samoht samson samsun samsung samtron samurai sanandreas sancho sandiego sandman sandr sandra
        sandrine sandro sandy sanfran sanfrancisco sanity santafe sapper sapphire saqartvelo sarah saratoga sascha
        sasha sassy sasuke satan satana sataniv saturn saun sauron sausage sausages savior sayang scania scanner
        scarface scarlet schalke scheisse schoolgirlie scooby scoobydo scoobydoo scooter scorpio scorpion scotch
        scotland scott scotty scoubidou scout scrabble scrappy scream screamer scruffy scuba scully seabee seadoo
        seagull seahawks seamus searay seattle sebastia sebastian secret security seeker seemnemaailm seinfeld sekret
        select selfok seminole semperfi senators seneca seng sensei sentinel septembe serega serendipity serenity
        sergei sergey sergi serpent sersolution server service sesame sevastopol seven sevens severin sex4me sexgod
        sexmachine sexpistols sexsex sexual sexx sexxx sexxxx sexxxy sexxy sexy sexyboy sexygirl sexylady sexyman
        sf49ers shado shadow shag shaggy shai shalom shaman shamanking shamrock shamus shaney shang shania shannon
        shao shaolin shark sharks sharky shasta shaved shazam sheba sheepdog shei shelby shemale sheng sherlock
        shevchenko shibby shiloh shiner shinobi shitface shithappens shithead shitty shocker shogun shooter shorty
        shotgun shou showme showtime shuai shuang shui shun shuo shutup sidekick sidewinder siemens sierra sigma
        sigmachi silenthill silver silverad simba simferopol simon simple simpleplan simpsons sinatra sinbad sinister
        sinned sinner sirius sissy sithlord sixers sixpack skate skateboard skater skeeter skibum skidoo skiing
        skillet skinny skipper skippy skittles skorpion skydive skyhawk skylar skyler skyline skywalke skywalker
        slacker slamdunk slammer slapper slappy slapshot slave slavik slayer sleeper sleepy slick slider slim
        slimshady slinky slipknot slippery slowhand slugger sluggo smackdow smallville smashing smeghead smegma smelly
        smiles smiley smirnoff smith smiths smitty smoke smoker smokes smokey smokie smokin smooth smoothie smudge
        smut snake snakes snapon snapper snapple snappy snatch sneakers sneaky snickers sniper snooker snoop snoopdog
        snoopy snowball snowboar snowboard snowflak snowman snuffy snuggles snusmumrik sobaka soccer socrates softail
        softball software sojdlg123aljg solaris soldier soleil solidsnake solitude solnce something sommer sonata
        sonic sonics sonnenschein sonoma sony sonyericsson sonyfuck sooners sophi sophie soprano soso123aljg soulmate
        southpar southpark southpaw sowhat spaceman spam spank spanker spanking spankme spanks spanky spanner sparkle
        sparky sparta spartak spartan spartans spawn speaker specialinsta specialk spectre spectrum speedo speedy
        spencer sphinx spider spiderma spiderman spidey spike spiker spikes spikey spinner spiral spirit spitfire
        splash splinter spock sponge spongebo spongebob spooky spoons sporty spotty spring sprint sprinter sprite spud
        spunky spurs sputnik spyder squall squash squeak squirrel squirt srinivas stalin stalingrad stalker stallion
        stanislav stanley star starbuck starcraf starcraft stardust starfire starfish stargate starligh starman
        starship start starter startrek starwars stasik static statistika stealth steamforums steaua steeler steelers
        stefano steffi stepan steph stephani stephen stereo sterlin sterva steve steven stickdaddy sticks sticky
        stiffy stigmata stimpy sting stinger stingray stinker stinky stinkyfinger stocking stocks stomatolog stone
        stonecol stonecold stoned stones stoney storm stormy stranger strap stratfor stratocaster stratus strawber
        strawberry streetball strenght strider strike striker stripper stroker stryker stubby stud studioworks studly
        studman studmuffin stumpy stunner stupid stylus suan subaru sublime submit subway subzero success suck
        suckdick sucker suckers suckit suckme suckmycock suckmydick sucks sugar sultan summer summertime summit
        sundance sunday sundaypunch sundevil sunfire sunflowe sunflower sunny sunnyday sunrise sunset sunshin sunshine
        super superb superduper superfly superma superman supermanboy supermario supernov superpuper supersonic
        supersta superstar surf surfer surfing survivor susan sushi suslik suzuki sveta svetasveta svetik svetlana
        svoboda swallow sweet sweetdream sweetnes sweetness sweetpea sweetpussy sweets sweety swimmer swimming swinger
        swingers swinging sword swordfis swordfish swords sydney sylveste syncmaster synergy syqo15hil syracuse
        systemofadown syzygy t34vfrc t4r3e2w1q tabasco table taco tacobell tacoma tadmichaels taekwondo talisman talon
        tamwsn3sja tango tanker tardis target tarheel tarheels tarzan tasha tasty tatarin tattoo tatyana taurus taxman
        taylor tazman tazmania tbone tdfyutkbjy tdutybq tdutybz teacher technics techno teddy teddybea teddybear teen
        teens tekken telecaster telefon telemike telephon temp tempest templar temppass temppassword tenchi teng
        tennis tequila terefon terminat terminator terrapin terror test tester testing testpass texas thailand
        thanatos thankyou thebeatles theboss thecakeisalie thecat thecrow thecure thedog thedoors thedude theend
        theforce thegame thegreat thekid theking theman theone therock thesims thewho thirteen thisisit thoma thomas
        thong thongs thor threesom throatfuck thuglife thugstools thumbs thumper thunder thunderb thunderbird tian
        tiao tiberius tiburon ticketmaster tickle tiffany tiger tigers tigerwoods tigge tigger tights timber
        timberland timberwolf timeout timosha ting tinker tinkerbe tinkerbell tinman tintin tipper titan titanic
        titanium titans titleist tits titten titties titty tkbpfdtnf toaster toejam toffee tokiohotel tolkien tomahawk
        tomato tombraider tomcat tommy tommyboy toocool toolbox toolman toon toonarmy tootie tootsie topcat topdog
        topgun tophat topher topper toriamos torino tornado toronto toshiba tosser tottenha tottenham toyota tracer
        tracker tractor trader trainer trance transam transexual translator trapper travel traveler treasure trebor
        trewq trfnthbyf triangle tricky trident trigger trinitro trinity tripleh tripod tripper triton triumph trixie
        trojan trojans troll trombone trooper trouble truck trucker trucking trucks truelove trumpet trunks trustno
        trustnoone tsunami tuesday tulips tunafish tundra tuning tupac tupacshakur turbo turkey turnip turtle tweety
        twiggy twilight twinkie twinkle twisted twister tyler typhoon tyson ublhjgjybrf ufhhbgjnnth ufkbyf ugd5hip2j
        ujkjdjkjvrf ultima ultimate ultra umbrella umpire uncencored undead underdog undertak undertaker unforgiven
        unicorn universa unreal upyours uranus usarmy username usmc usnavy usuckballz utopia vacation vader vadim
        vaffanculo vagabond vagina valentin valentina valera valhalla valkyrie vampir vampire vancouve vanessa
        vanguard vanhalen vanilla vanyarespekt varvara vasilisa vauxhall vbhjndjhtw vbkfirf vector vectra vedder
        vegeta vehpbr velvet vendetta venera venom verbatim veritas verizon vermont veronika versace vertigo
        verygoodbot vette vfczyz vfhbyf vfhbyfvfhbyf vfhecz vfhufhbnf vfhufhbnrf vfhvtkflrf vfibyf vfitymrf vfksirf
        vflfufcrfh vfntvfnbrf vfrcbv vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf vfvfvskfhfve vfvjxrf vfylfhbyrf viagra
        victory viewsoni viewsonic viking vikings viktor viktoria viktoriya vincent vintage violetta violin viper
        vipers virgin virtuagirl visa vision vitalik vitamin vjcrdf vjkjrj vjqgfhjkm vkontakte vlad vladik vladimir
        vladimirovna vladislav vladislava volcom volkov volkswag volkswagen volley volvo voodoo vortex voyager voyeur
        vqsablpzla vsegda vsjasnel vulcan vyjujnjxbt w2dlww3v5p w_pass wachtwoord waffle walkman walleye wallstreet
        walmart walnut walrus wanderer wanker wanking wapbbs warcraft wareagle warez warhammer warhammer40k warlock
        warlord warrior warriors warthog wasabi washingt wasser wassup watcher water waterboy waterloo watermelon
        watford wazzkaprivet wcrfxtvgbjy weasel webhompas webhompass webmaste webmaster websolutions websolutionssu
        webuivalidat weed weezer weihnachte weihnachten weihnachtsbau weihnachtsbaum welcom welcome welder wendy wenef
        weng werder werewolf westham westside westwood wethepeople wetpussy wg8e3wjf whatever whatsup whatthefuck
        whatthehell wheels whiskers whiskey whisky whisper whistler white whiteboy whiteout whitepower whitesox whitey
        whocares whosyourdaddy whynot wibble wicked wifey wildbill wildcard wildcat wildcats wildfire wildman wildwood
        william willow windmill windows windsor windsurf wingman wingnut winner winnipeg winston winter wisdom
        wishbone wishmaster wizard wolf wolfen wolfgang wolfie wolfman wolfpac wolfpack wolverin wolverine wolves
        wombat wonderwall wonderwoman woodie woodland woody woofer woofwoof woohoo wookie wordpass wormix worms
        wp2003wp wraith wrangler wrench wrestle wrestlin wrestling wrinkle writerspace wutang wxcvbn x2zkg8w x7pxr
        xanadu xavier xbox xerxes xfiles xiang xiaoyua xing xpressmusic xtreme xxxp455w0rd xxxpass yamaha yamahar
        yankee yankees yanshi ybrbnf ybrjkfq ybrjkftdbx ybrjkftdyf yeahbaby yellow yessir yfcntymrf yfcnzyfcnz yfnfif
        yfnfitymrf yfnfkb yfnfkmz yjdsqgfhjkm yoda yogibear yomama yosemite yourmom yousuck yoyoma ytrewq yugioh yummy
        yzerman z1x2c z1x2c3v z1x2c3v4b z1x2c3v4b5n6m z2x3c z2x3c4v z2x3c4v5b z5ve9rrcz zachary zalupa zang zanzibar
        zaphod zappa zaq12wsx zaq1xsw zaq1xsw2cde zaqwsx zaqwsxcderfv zaqxsw zaqxswcde zaratustra zaraza zarina zasada
        zcfvfzkexifz zcxfcnkbdf zcxfcnkbdfz zebra zeng zenith zephyr zeppelin zerocool zeus zhai zhao zhei zheng
        zhjckfd zhong zhou zhuai zhuang zhui zhun zhuo zidane ziggy zigzag zildjian zipper zippo zippy zjses9evpa
        zodiac zoloto zombie zong zorro zqjphsyf6ctifgu zuan zvezda zxasqw zxcasd zxcasdqwe zxcv zxcvb zxcvbasdfg
        zxcvbn zxcvbnm zzzxxx
        """
}
